create table installation (
    id integer primary key,
    public_url text,
    former_public_urls text not null,
    created_at timestamptz not null
);

create table organizations (
    id uuid primary key,
    slug text not null unique,
    kind text not null,
    siren text,
    siret text,
    name text not null,
    legal_name text,
    town text,
    department text,
    public_email text,
    public_phone text,
    website text,
    logo_image_id uuid,
    created_at timestamptz not null,
    closed_on date
);
create unique index organizations_siret on organizations (siret, kind) where siret is not null;

create table organization_periods (
    id uuid primary key,
    organization_id uuid not null references organizations (id),
    recognised_from date not null,
    recognised_to date,
    source text not null,
    recorded_at timestamptz not null,
    recorded_by uuid
);
create index organization_periods_organization on organization_periods (organization_id);

create table accounts (
    id uuid primary key,
    email_normalized text not null unique,
    display_name text not null,
    password_hash text,
    security_stamp text not null,
    locale text not null,
    failed_count integer not null,
    locked_until timestamptz,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table memberships (
    id uuid primary key,
    account_id uuid not null references accounts (id),
    organization_id uuid not null references organizations (id),
    role text not null,
    from_on date not null,
    to_on date,
    invited_by uuid,
    ended_by uuid
);
create index memberships_account on memberships (account_id);
create index memberships_organization on memberships (organization_id);

create table api_keys (
    id uuid primary key,
    organization_id uuid references organizations (id),
    name text not null,
    prefix text not null,
    key_hash text not null unique,
    scopes text not null,
    created_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

create table issuers (
    id uuid primary key,
    organization_id uuid not null unique references organizations (id),
    did text not null,
    name text not null,
    email text not null,
    image_id uuid,
    created_at timestamptz not null
);

create table signing_keys (
    id uuid primary key,
    issuer_id uuid not null references issuers (id),
    kid text not null unique,
    algorithm text not null,
    purpose text not null,
    public_jwk text not null,
    private_wrapped bytea not null,
    wrapping_key_id text not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    compromised_since timestamptz
);
create index signing_keys_issuer on signing_keys (issuer_id);

create table images (
    id uuid primary key,
    sha256 text not null unique,
    media_type text not null,
    bytes bytea not null,
    svg bytea,
    width integer not null,
    height integer not null,
    recipe text,
    drawing_sha256 text not null
);

create table badges (
    id uuid primary key,
    slug text not null unique,
    owner_organization_id uuid not null references organizations (id),
    audience text not null,
    sector text,
    award_policy text not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

create table badge_awarders (
    badge_id uuid not null references badges (id),
    organization_id uuid not null references organizations (id),
    from_on date not null,
    to_on date,
    primary key (badge_id, organization_id, from_on)
);

create table badge_versions (
    id uuid primary key,
    public_id text not null unique,
    badge_id uuid not null references badges (id),
    number integer not null,
    state text not null,
    achievement_type text not null,
    valid_months integer,
    image_id uuid references images (id),
    tag text,
    published_at timestamptz,
    published_by uuid,
    content_sha256 text,
    unique (badge_id, number)
);
create unique index badge_versions_one_draft on badge_versions (badge_id) where state = 'draft';

create table badge_version_texts (
    version_id uuid not null references badge_versions (id),
    language text not null,
    name text not null,
    short_name text not null,
    description text not null,
    employer_sentence text not null,
    plain_sentence text not null,
    image_alt text not null,
    primary key (version_id, language)
);

create table badge_criteria (
    id uuid primary key,
    version_id uuid not null references badge_versions (id),
    position integer not null,
    mandatory boolean not null,
    unique (version_id, position)
);

create table badge_criterion_texts (
    criterion_id uuid not null references badge_criteria (id),
    language text not null,
    text text not null,
    primary key (criterion_id, language)
);

create table badge_evidence_rules (
    version_id uuid not null references badge_versions (id),
    position integer not null,
    kind text not null,
    mandatory boolean not null,
    description text not null,
    primary key (version_id, position)
);

create table badge_alignments (
    version_id uuid not null references badge_versions (id),
    position integer not null,
    relation text not null,
    target_name text not null,
    target_url text not null,
    framework text,
    code text,
    read_on date not null,
    primary key (version_id, position)
);

create view badge_summaries as
    select b.slug, b.audience, b.sector, b.retired_at, v.public_id, v.number, v.state, v.published_at,
        v.image_id is not null as has_picture,
        exists (select 1 from badge_versions d where d.badge_id = b.id and d.state = 'draft') as has_draft,
        f.name, f.plain_sentence, e.name as english_name, e.plain_sentence as english_plain_sentence
    from badges b
    join badge_versions v on v.badge_id = b.id
    join badge_version_texts f on f.version_id = v.id and f.language = 'fr'
    left join badge_version_texts e on e.version_id = v.id and e.language = 'en'
    where not exists (
        select 1 from badge_versions o
        where o.badge_id = b.id and o.id <> v.id and (o.state > v.state or (o.state = v.state and o.number > v.number)));

create table issuer_badges (
    id uuid primary key,
    public_id text not null unique,
    version_id uuid not null references badge_versions (id),
    issuer_id uuid not null references issuers (id),
    published_text text not null,
    unique (version_id, issuer_id)
);

create table recipients (
    id uuid primary key,
    given_name text,
    family_name text,
    search_name text,
    email text,
    phone text,
    language text,
    minor boolean not null,
    account_id uuid references accounts (id),
    merged_into_id uuid references recipients (id),
    created_at timestamptz not null,
    last_opened_at timestamptz,
    erased_at timestamptz
);

create table engagements (
    id uuid primary key,
    recipient_id uuid not null references recipients (id),
    organization_id uuid not null references organizations (id),
    own_reference text,
    audience text,
    from_on date,
    to_on date
);
create unique index engagements_reference on engagements (organization_id, own_reference)
    where own_reference is not null;
create index engagements_recipient on engagements (recipient_id);

create table requests (
    id uuid primary key,
    caller_kind text not null,
    caller_id uuid not null,
    idempotency_key text not null,
    body_sha256 text not null,
    received_at timestamptz not null,
    result_award_id uuid,
    refusal text,
    unique (caller_kind, caller_id, idempotency_key)
);

create table awards (
    id uuid primary key,
    public_id text not null unique,
    badge_id uuid not null references badges (id),
    version_id uuid not null references badge_versions (id),
    issuer_id uuid not null references issuers (id),
    organization_id uuid not null references organizations (id),
    recipient_id uuid not null references recipients (id),
    state text not null,
    subject_urn text not null unique,
    identity_kind text not null,
    identity_secret_wrapped bytea not null,
    identity_salt text not null,
    observed_from date,
    observed_to date,
    prepared_at timestamptz,
    awarded_at timestamptz not null,
    valid_until timestamptz,
    awarded_by uuid,
    source text not null,
    batch_id uuid,
    batch_line integer,
    supersedes_id uuid references awards (id),
    ended_at timestamptz,
    end_kind text,
    end_reason text,
    end_note text,
    ended_by uuid,
    unique (batch_id, batch_line)
);
create unique index awards_held_once on awards (badge_id, recipient_id) where ended_at is null;
create index awards_organization on awards (organization_id, awarded_at);

create table award_criteria (
    award_id uuid not null references awards (id),
    criterion_id uuid not null references badge_criteria (id),
    observed_on date,
    primary key (award_id, criterion_id)
);

create table evidence (
    id uuid primary key,
    award_id uuid not null references awards (id),
    session_id uuid,
    kind text not null,
    visibility text not null,
    name text,
    narrative text,
    url text,
    file_key text,
    media_type text,
    size integer,
    nonce bytea not null,
    sha256 text not null,
    created_by uuid,
    erased_at timestamptz
);
create index evidence_award on evidence (award_id);

create table award_forms (
    id uuid primary key,
    award_id uuid not null references awards (id),
    kind text not null,
    generation integer not null,
    credential_id text not null,
    key_id uuid not null references signing_keys (id),
    text text not null,
    sha256 text not null,
    signed_at timestamptz not null,
    replaced_at timestamptz,
    unique (award_id, kind, generation)
);

create table status_lists (
    id uuid primary key,
    public_id text not null unique,
    issuer_id uuid not null references issuers (id),
    purpose text not null,
    number integer not null,
    length integer not null,
    generation integer not null,
    published_text text,
    published_at timestamptz,
    unique (issuer_id, purpose, number)
);

create table status_entries (
    list_id uuid not null references status_lists (id),
    position integer not null,
    award_id uuid not null references awards (id),
    value integer not null,
    changed_at timestamptz,
    primary key (list_id, position)
);
create index status_entries_award on status_entries (award_id);

create table cards (
    id uuid primary key,
    organization_id uuid not null references organizations (id),
    print_batch uuid,
    public_code text not null unique,
    award_id uuid references awards (id),
    activated_at timestamptz,
    voided_at timestamptz
);
create index cards_award on cards (award_id);

create table audit (
    sequence integer primary key,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id uuid,
    organization_id uuid,
    detail_json text not null,
    previous_hash text not null,
    hash text not null
);
