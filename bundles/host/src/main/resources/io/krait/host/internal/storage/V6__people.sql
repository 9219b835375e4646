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

-- Tokens that stand for a user until they are taken away. Their secrets are nowhere, only a hash.
create table user_access_tokens (
  id varchar(26) primary key,
  user_id varchar(26) not null references users,
  secret_hash varchar(64) not null unique,
  description varchar(510) not null,
  is_active boolean not null
);
create index user_access_tokens_of_user on user_access_tokens (user_id);

-- extends_by is by how much activity prolongs a session, 0 for not at all.
alter table sessions add column access_token_id varchar(26);
alter table sessions add column extends_by bigint default 0 not null;
create unique index sessions_of_access_token on sessions (access_token_id);

-- Roles that are not as the host brings them, and those that it does not bring. The column
-- permissions holds one list.
create table roles (
  id varchar(26) primary key,
  name varchar(64) not null constraint roles_name_taken unique,
  display_name varchar(256) not null,
  description varchar(2048) not null,
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  permissions varchar not null,
  scheme_managed boolean not null
);

-- Pictures of users and teams, as PNG files.
create table pictures (
  owner_id varchar(26) primary key,
  content bytea not null,
  update_at bigint not null
);
alter table users add column last_picture_update bigint default 0 not null;
alter table teams add column last_icon_update bigint default 0 not null;

-- Under which headings a user sees the channels of a team. What is nowhere is under a standard one.
create table sidebar_categories (
  id varchar(90) primary key,
  user_id varchar(26) not null,
  team_id varchar(26) not null,
  kind varchar(32) not null,
  display_name varchar(128) not null,
  sort_order bigint not null,
  sorting integer not null,
  muted boolean not null,
  collapsed boolean not null
);
create index sidebar_categories_of_user on sidebar_categories (user_id, team_id);

create table sidebar_channels (
  category_id varchar(90) not null references sidebar_categories,
  channel_id varchar(26) not null,
  user_id varchar(26) not null,
  team_id varchar(26) not null,
  sort_order bigint not null,
  primary key (category_id, channel_id)
);
create index sidebar_channels_of_user on sidebar_channels (user_id, team_id);
