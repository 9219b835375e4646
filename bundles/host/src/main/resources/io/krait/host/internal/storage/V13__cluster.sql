-- Several servers on one database, on PostgreSQL. Times are the database's, whatever the clocks of
-- the servers say.

-- Which servers there are, or were of late. epoch counts up with each start of one.
create table cluster_nodes (
  id varchar(200) primary key,
  server bigint not null,
  epoch bigint not null,
  seen_at timestamp with time zone not null
);

-- What servers tell one another, for a while. seq counts up within a sender.
create table cluster_events (
  sender varchar(200) not null,
  seq bigint not null,
  target varchar(200) not null,
  topic varchar(200) not null,
  name varchar(200) not null,
  content bytea not null,
  kept_at timestamp with time zone not null,
  primary key (sender, seq)
);
create index cluster_events_by_age on cluster_events (kept_at);

-- What one server at a time holds. token counts up with each holder.
create table cluster_leases (
  name varchar(200) primary key,
  holder varchar(200) not null,
  token bigint not null,
  lapses_at timestamp with time zone not null
);

-- Whoever wants a job by schedule holds its row meanwhile.
create table job_schedules (
  kind varchar(64) primary key
);
