-- Slash commands that programs outside of the server answer.

create table commands (
  id varchar(26) primary key,
  token varchar(26) not null,
  create_at bigint not null,
  update_at bigint not null,
  delete_at bigint not null,
  creator_id varchar(26) not null,
  team_id varchar(26) not null,
  word varchar(128) not null,
  http_method varchar(1) not null,
  username varchar(64) not null,
  icon_url varchar(1024) not null,
  auto_complete boolean not null,
  auto_complete_desc varchar(1024) not null,
  auto_complete_hint varchar(1024) not null,
  display_name varchar(64) not null,
  description varchar(128) not null,
  url varchar(1024) not null,
  plugin_id varchar(190) not null
);
create index commands_of_team on commands (team_id, delete_at, word);
