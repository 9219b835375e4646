-- What is unread, who follows which thread, by which words people are mentioned, and by which words
-- posts and files are found.

alter table channel_members add column urgent_mention_count bigint default 0 not null;

-- What was posted before anybody counted is taken as read.
update channel_members set
  msg_count = coalesce(
    (select c.total_msg_count from channels c where c.id = channel_members.channel_id), 0),
  msg_count_root = coalesce(
    (select c.total_msg_count_root from channels c where c.id = channel_members.channel_id), 0);

-- Of the thread that a post begins.
alter table posts add column reply_count bigint default 0 not null;
alter table posts add column last_reply_at bigint default 0 not null;
alter table posts add column priority varchar(16) default '' not null;
alter table posts add column requested_ack boolean default false not null;
update posts set
  reply_count =
    (select count(*) from posts r
     where r.root_id = posts.id and r.delete_at = 0 and r.original_id = ''),
  last_reply_at = coalesce(
    (select max(r.create_at) from posts r
     where r.root_id = posts.id and r.delete_at = 0 and r.original_id = ''), 0)
where root_id = '';
create index posts_of_author on posts (user_id, create_at);

create table thread_members (
  post_id varchar(26) not null,
  user_id varchar(26) not null,
  channel_id varchar(26) not null,
  following boolean not null,
  last_viewed_at bigint not null,
  unread_mentions bigint not null,
  last_update_at bigint not null,
  primary key (post_id, user_id)
);
create index thread_members_of_user on thread_members (user_id, channel_id);

-- Words are in lower case; exact_word is how one must be written where that matters.
create table mention_words (
  word varchar(256) not null,
  user_id varchar(26) not null,
  exact_word varchar(256) not null,
  primary key (word, user_id, exact_word)
);
create index mention_words_of_user on mention_words (user_id);
insert into mention_words (word, user_id, exact_word)
  select lower(first_name), id, first_name from users
  where first_name <> '' and notify_props like '%"first_name":"true"%';

-- Each word of each post once, as UTF-8 in lower case: so the beginnings of words are ranges of the
-- key, whatever order of letters a database knows.
create table post_words (
  word bytea not null,
  create_at bigint not null,
  post_id varchar(26) not null,
  primary key (word, create_at, post_id)
);

-- The words by which a file is found: of its name, and of the text that was set for it.
create table file_words (
  word bytea not null,
  create_at bigint not null,
  file_id varchar(26) not null,
  of_content boolean not null,
  primary key (word, create_at, file_id, of_content)
);
