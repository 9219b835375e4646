-- The versions of posts before their edits have an index of their own. In that of original_id
-- nearly all posts had the same, and H2 took it for the way to the few that a search wants.

drop index posts_of_original;
alter table posts add column history_of varchar(26);
update posts set history_of = original_id where original_id <> '';
create index posts_of_history on posts (history_of, update_at, seq);
