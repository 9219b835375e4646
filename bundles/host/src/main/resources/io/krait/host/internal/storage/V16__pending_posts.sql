-- Which post was made of what a client has sent by an identifier of its own, so that it may send it
-- again when it has not heard what came of it. Kept for some minutes.
create table pending_posts (
  user_id varchar(26) not null,
  channel_id varchar(26) not null,
  pending_id varchar(256) not null,
  post_id varchar(26) not null,
  create_at bigint not null,
  primary key (user_id, channel_id, pending_id)
);
create index pending_posts_by_age on pending_posts (create_at);
