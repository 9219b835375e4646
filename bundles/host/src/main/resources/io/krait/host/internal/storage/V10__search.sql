-- The words of a post or of a file go together: when it is changed, and when it is deleted.

create index post_words_of_post on post_words (post_id);
create index file_words_of_file on file_words (file_id, of_content);

-- How far the words of what was there before have been written down: the last identifier that is
-- done, in their order; 'done' where nothing is left.
create table word_progress (
  name varchar(16) primary key,
  last_id varchar(26) not null
);
insert into word_progress (name, last_id) values ('posts', '');
insert into word_progress (name, last_id) values ('files', '');
