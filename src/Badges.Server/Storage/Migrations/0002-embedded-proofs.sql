-- A status list is published with an embedded proof and as a JWT.
alter table status_lists add column published_jwt text;
update status_lists set published_text = null, published_at = null;

-- An issuer signs with one key for each purpose: two processes that miss one at once add one.
create unique index signing_keys_current on signing_keys (issuer_id, purpose) where retired_at is null;
