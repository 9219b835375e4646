-- What has been mailed to a user, who shows it to prove that the mail has come. What is kept of it
-- is a hash; it counts once, until its end, and while the account has the address. One for a new
-- password counts while the account has the password of then.
create table mailed_tokens (
  secret_hash varchar(64) primary key,
  user_id varchar(26) not null references users,
  purpose varchar(16) not null,
  email varchar(128) not null,
  password_at bigint not null,
  expire_at bigint not null
);
create index mailed_tokens_of_user on mailed_tokens (user_id, purpose);
create index mailed_tokens_by_end on mailed_tokens (expire_at);

-- Who has confirmed having read a post that asks for it.
create table post_acknowledgements (
  post_id varchar(26) not null references posts,
  user_id varchar(26) not null references users,
  acknowledged_at bigint not null,
  primary key (post_id, user_id)
);
create index post_acknowledgements_of_user on post_acknowledgements (user_id);
