-- Emoji that people have made, with their pictures; a deleted one is gone.
create table emoji (
  id varchar(26) primary key,
  create_at bigint not null,
  update_at bigint not null,
  creator_id varchar(26) not null,
  name varchar(64) not null constraint emoji_name_taken unique,
  image bytea not null,
  mime_type varchar(64) not null
);
create index emoji_by_time on emoji (create_at, id);
create index reactions_of_emoji on reactions (emoji_name);

-- Programs that may ask users for access.
create table oauth_apps (
  id varchar(26) primary key,
  creator_id varchar(26) not null,
  create_at bigint not null,
  update_at bigint not null,
  client_secret varchar(128) not null,
  name varchar(64) not null,
  description varchar(512) not null,
  icon_url varchar(512) not null,
  callback_urls varchar(1024) not null,
  homepage varchar(256) not null,
  is_trusted boolean not null,
  mattermost_app_id varchar(32) not null
);
create index oauth_apps_by_time on oauth_apps (create_at, id);
create index oauth_apps_of_creator on oauth_apps (creator_id, create_at, id);

-- What is known of pictures among the files. What is shown in their place is kept as files are, by
-- the content that it was made of: duplicates of a file share it.
alter table files add column width integer default 0 not null;
alter table files add column height integer default 0 not null;
alter table files add column has_preview boolean default false not null;
alter table files add column mini_preview bytea;
create index files_of_creator on files (creator_id, create_at, seq);
create index files_of_channel on files (channel_id, create_at, seq);
create index files_by_size on files (bytes, seq);
create index files_by_deletion on files (delete_at);
create table file_previews (
  content varchar(26) primary key,
  preview varchar(26) not null constraint file_previews_preview unique,
  thumbnail varchar(26) not null constraint file_previews_thumbnail unique,
  mime_type varchar(64) not null,
  preview_bytes bigint not null,
  thumbnail_bytes bigint not null
);

-- Files that come in several pieces, and the pieces that are there: each is a content of its own.
create table upload_sessions (
  id varchar(26) primary key,
  kind varchar(32) not null,
  create_at bigint not null,
  update_at bigint not null,
  user_id varchar(26) not null,
  channel_id varchar(26) not null,
  filename varchar(256) not null,
  file_size bigint not null,
  file_offset bigint not null,
  remote_id varchar(26) not null,
  req_file_id varchar(26) not null
);
create index upload_sessions_of_user on upload_sessions (user_id, create_at, id);
create index upload_sessions_by_time on upload_sessions (update_at);
create table upload_pieces (
  content varchar(26) primary key,
  upload_id varchar(26) not null,
  file_offset bigint not null,
  constraint upload_pieces_place unique (upload_id, file_offset)
);

-- Addresses by which others post, and addresses that are told of posts. Lists are JSON.
create table incoming_webhooks (
  id varchar(26) primary key,
  create_at bigint not null,
  update_at bigint not null,
  user_id varchar(26) not null,
  channel_id varchar(26) not null,
  team_id varchar(26) not null,
  display_name varchar(64) not null,
  description varchar(500) not null,
  username varchar(64) not null,
  icon_url varchar(1024) not null,
  channel_locked boolean not null
);
create index incoming_webhooks_by_time on incoming_webhooks (create_at, id);
create index incoming_webhooks_of_team on incoming_webhooks (team_id, create_at, id);
create index incoming_webhooks_of_user on incoming_webhooks (user_id, create_at, id);
create table outgoing_webhooks (
  id varchar(26) primary key,
  token varchar(26) not null,
  create_at bigint not null,
  update_at bigint not null,
  creator_id varchar(26) not null,
  channel_id varchar(26) not null,
  team_id varchar(26) not null,
  trigger_words varchar(1024) not null,
  trigger_when integer not null,
  callback_urls varchar(1024) not null,
  display_name varchar(64) not null,
  description varchar(500) not null,
  content_type varchar(128) not null,
  username varchar(64) not null,
  icon_url varchar(1024) not null
);
create index outgoing_webhooks_by_time on outgoing_webhooks (create_at, id);
create index outgoing_webhooks_of_team on outgoing_webhooks (team_id, create_at, id);
create index outgoing_webhooks_of_creator on outgoing_webhooks (creator_id, create_at, id);
