create table colours (name varchar(64) primary key);
delete from plugin_entries;
insert into nowhere (name) values ('red');
