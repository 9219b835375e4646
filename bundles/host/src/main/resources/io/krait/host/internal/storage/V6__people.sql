-- Accounts that programs use. Their names, descriptions and whether they are active are the users'.
create table bots (
  user_id varchar(26) primary key references users,
  owner_id varchar(190) not null,
  create_at bigint not null,
  update_at bigint not null,
  last_icon_update bigint not null
);
create index bots_of_owner on bots (owner_id);
create index bots_by_time on bots (create_at, user_id);

-- How long a name may be is counted in characters, of which some have the length of two here.
alter table users alter column nickname set data type varchar(128);
alter table users alter column first_name set data type varchar(128);
alter table users alter column last_name set data type varchar(128);
alter table users alter column job set data type varchar(256);
