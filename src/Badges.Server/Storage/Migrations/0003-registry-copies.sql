-- The last good copy of each registry of others that the settings name, byte for byte.
create table registry_copies (
    url text primary key,
    body bytea,
    fetched_at timestamptz,
    tried_at timestamptz not null,
    fault text
);
