-- Properties: what plugins know of users, posts and other things. live is true for what is not
-- deleted and null for what is, so that unique constraints hold for the former alone. A column has
-- twice the length of its text, as some databases count characters of the further planes twice.

create table property_groups (
  id varchar(26) primary key,
  name varchar(128) not null constraint property_groups_name_taken unique
);

create table property_fields (
  id varchar(26) primary key,
  group_id varchar(26) not null references property_groups,
  name varchar(510) not null,
  kind varchar(32) not null,
  attrs varchar not null,
  target_id varchar(510) not null,
  target_type varchar(510) not null,
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  live boolean,
  constraint property_fields_name_taken unique (group_id, target_id, name, live)
);
create index property_fields_of_group on property_fields (group_id, create_at, id);
create index property_fields_of_target
  on property_fields (group_id, target_type, target_id, create_at, id);

create table property_values (
  id varchar(26) primary key,
  group_id varchar(26) not null references property_groups,
  field_id varchar(26) not null references property_fields,
  target_id varchar(510) not null,
  target_type varchar(510) not null,
  content varchar not null,
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  live boolean,
  constraint property_values_field_taken unique (field_id, target_id, live)
);
create index property_values_of_group on property_values (group_id, create_at, id);
create index property_values_of_target
  on property_values (group_id, target_type, target_id, create_at, id);
create index property_values_of_field on property_values (group_id, field_id, create_at, id);

-- Groups of users, and the teams and channels that they are tied to.

create table user_groups (
  id varchar(26) primary key,
  name varchar(64) constraint user_groups_name_taken unique,
  display_name varchar(256) not null,
  description varchar(2048) not null,
  source varchar(64) not null,
  remote_id varchar(96),
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  allow_reference boolean not null,
  constraint user_groups_remote_taken unique (source, remote_id)
);
create index user_groups_listed on user_groups (delete_at, display_name, id);

create table group_members (
  group_id varchar(26) not null references user_groups,
  user_id varchar(26) not null references users,
  create_at bigint not null,
  delete_at bigint not null,
  primary key (group_id, user_id)
);
create index group_members_of_user on group_members (user_id);

create table group_syncables (
  group_id varchar(26) not null references user_groups,
  syncable_id varchar(26) not null,
  syncable_type varchar(16) not null,
  auto_add boolean not null,
  scheme_admin boolean not null,
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  primary key (group_id, syncable_id)
);
create index group_syncables_of_target on group_syncables (syncable_id);

-- Who has ever left a channel, and is not brought back by a group.
create table channel_departures (
  channel_id varchar(26) not null references channels,
  user_id varchar(26) not null references users,
  primary key (channel_id, user_id)
);
