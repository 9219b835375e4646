-- Whoever looks into a user, a channel or a row that another one names comes by an index.

create index channels_of_name on channels (name);
create index channel_departures_of_user on channel_departures (user_id);
create index shared_users_of_user on shared_users (user_id);
create index users_deleted on users (delete_at);
create index reactions_of_user on reactions (user_id);
create index posts_of_original on posts (original_id, update_at, seq);
