create table colours (name varchar(64) primary key);
