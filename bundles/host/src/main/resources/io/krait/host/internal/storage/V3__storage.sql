-- Room for as many characters as the host allows, also where a database counts some of them, such as
-- emoji, as two.

alter table users alter column email set data type varchar(256);
alter table users alter column auth_data set data type varchar(256);
alter table sessions alter column device_id set data type varchar(1024);
alter table teams alter column display_name set data type varchar(128);
alter table teams alter column description set data type varchar(510);
alter table teams alter column email set data type varchar(256);
alter table teams alter column company_name set data type varchar(128);
alter table channels alter column header set data type varchar(2048);
alter table channels alter column purpose set data type varchar(500);
alter table posts alter column kind set data type varchar(52);
alter table posts alter column pending_post_id set data type varchar(256);
alter table files alter column name set data type varchar(512);
alter table files alter column extension set data type varchar(512);
alter table files alter column mime_type set data type varchar(512);
alter table preferences alter column category set data type varchar(64);
alter table preferences alter column name set data type varchar(64);
alter table preferences alter column content set data type varchar(40000);
alter table plugin_entries alter column plugin_id set data type varchar(380);
alter table plugin_entries alter column entry_key set data type varchar(300);

-- A job deletes by these.
create index plugin_entries_that_expire on plugin_entries (expire_at);
create index sessions_that_expire on sessions (expires_at);

-- Contents of files, where they are kept here; each in pieces that are numbered from 0.
create table file_contents (
  id varchar(26) not null,
  piece integer not null,
  content bytea not null,
  primary key (id, piece)
);
