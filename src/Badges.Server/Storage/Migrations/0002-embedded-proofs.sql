-- A status list is published with an embedded proof and as a JWT.
alter table status_lists add column published_jwt text;
update status_lists set published_text = null, published_at = null;
