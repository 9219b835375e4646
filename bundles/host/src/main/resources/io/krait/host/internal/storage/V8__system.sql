-- What the server configuration says otherwise than its defaults, as one object of sections. Its
-- version is counted up with each change, so that of two who change the same one only one does.
create table server_configuration (
  name varchar(32) primary key,
  version bigint not null,
  update_at bigint not null,
  content varchar not null
);
