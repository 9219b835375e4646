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

-- Channels that are shared with remotes, which plugins play; and how far each of them is.

create table remotes (
  id varchar(26) primary key,
  plugin_id varchar(190) not null constraint remotes_plugin_registered unique,
  display_name varchar(512) not null,
  description varchar not null,
  create_at bigint not null,
  delete_at bigint not null,
  last_ping_at bigint not null
);

create table shared_channels (
  channel_id varchar(26) primary key references channels,
  home boolean not null,
  read_only boolean not null,
  share_name varchar(64) not null,
  share_display_name varchar(512) not null,
  share_purpose varchar(500) not null,
  share_header varchar(2048) not null,
  creator_id varchar(190) not null,
  create_at bigint not null,
  update_at bigint not null,
  remote_id varchar(26) not null
);

create table shared_channel_remotes (
  channel_id varchar(26) not null references shared_channels,
  remote_id varchar(26) not null references remotes,
  creator_id varchar(190) not null,
  create_at bigint not null,
  last_post_update_at bigint not null,
  last_post_id varchar(26) not null,
  primary key (channel_id, remote_id)
);
create index shared_channel_remotes_of_remote on shared_channel_remotes (remote_id);

create table shared_users (
  remote_id varchar(26) not null references remotes,
  user_id varchar(26) not null references users,
  user_update_at bigint not null,
  picture_at bigint not null,
  primary key (remote_id, user_id)
);

create table shared_files (
  remote_id varchar(26) not null references remotes,
  file_id varchar(26) not null,
  primary key (remote_id, file_id)
);
