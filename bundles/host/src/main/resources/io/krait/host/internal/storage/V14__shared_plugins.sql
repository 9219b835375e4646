-- The plugins that all servers on this database have; those that were removed are kept with an empty
-- archive, for servers that were away. revision counts the changes of each.
create table shared_plugins (
  id varchar(190) primary key,
  revision bigint not null,
  version varchar(1000) not null,
  archive varchar(64) not null,
  enabled boolean not null,
  settings varchar(10000000) not null,
  details varchar(10000000) not null
);

-- The archives of their versions by SHA-256; each in pieces that are numbered from 0.
create table shared_archives (
  hash varchar(64) not null,
  piece integer not null,
  content bytea not null,
  primary key (hash, piece)
);
