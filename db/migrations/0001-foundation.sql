-- The foundation: roles, the signed context of row security, people, the case log, read tables.
-- Every table, key and policy carries the jurisdiction (the city), so that one installation can hold many.

-- Login roles. zs_app serves signed-in people and the public under row security; zs_jobs does the system's own work.
do $$ begin create role zs_app login nosuperuser nobypassrls nocreatedb nocreaterole; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role zs_jobs login nosuperuser nobypassrls nocreatedb nocreaterole; exception when duplicate_object or unique_violation then null; end $$;

create schema sec;
grant usage on schema sec to zs_app, zs_jobs;
grant usage on schema public to zs_app, zs_jobs;

-- ── Secrets and sessions: only definer functions and zs_jobs reach them ──────────────────────────────────────────────
create table sec.key (id text primary key, secret bytea not null);
insert into sec.key values ('context', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))),
                           ('login',   sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

create table jurisdiction (code text primary key, name text not null, short_name text not null);

create table organisation (
  jurisdiction text not null references jurisdiction, id text not null,
  kind text not null check (kind in ('city', 'county', 'host', 'client', 'other')),
  name text not null, uscc text, uscc_note text, host_type text, division text, organiser text, address text, legal_representative text,
  established_on date, former_names text[] not null default '{}', merged_into text, demo boolean not null default false, version int not null default 1,
  primary key (jurisdiction, id)
);
create unique index organisation_uscc on organisation (jurisdiction, uscc) where uscc is not null and merged_into is null;

create table person (
  jurisdiction text not null references jurisdiction, id text not null,
  name text not null, office_phone text, email text, demo boolean not null default false,
  language text not null default 'zh' check (language in ('zh', 'en')), large_type boolean not null default false, disabled_at timestamptz,
  primary key (jurisdiction, id)
);

create table sec.credential (
  jurisdiction text not null, person text not null, username text not null, password_hash text not null,
  failed int not null default 0, locked_until timestamptz, must_change boolean not null default false, changed_at timestamptz not null,
  primary key (jurisdiction, person), unique (jurisdiction, username), foreign key (jurisdiction, person) references person (jurisdiction, id)
);

create table assignment (
  jurisdiction text not null, id text not null, person text not null, role text not null, org text not null,
  valid_from date not null, valid_to date, acts_for text, granted_by text, reason text,
  primary key (jurisdiction, id), foreign key (jurisdiction, person) references person (jurisdiction, id),
  foreign key (jurisdiction, org) references organisation (jurisdiction, id)
);
create index assignment_person on assignment (jurisdiction, person);

create table sec.session (
  jurisdiction text not null, token_hash bytea not null, person text not null, created_at timestamptz not null, seen_at timestamptz not null,
  expires_at timestamptz not null, idle interval not null, revoked_at timestamptz,
  primary key (jurisdiction, token_hash), foreign key (jurisdiction, person) references person (jurisdiction, id)
);
create index session_person on sec.session (jurisdiction, person);

create table demo_clock (jurisdiction text primary key references jurisdiction, shift_days int not null default 0);

-- ── The signed context ───────────────────────────────────────────────────────────────────────────────────────────────
-- sec.enter() checks the session token and signs who is asking into a transaction-local setting together with the backend
-- and the start of the transaction. The app's role can read the setting but can neither forge nor replay it.
create function sec.mac(t text) returns text language sql stable security definer set search_path = pg_catalog as $$
  select encode(sha256(secret || sha256(secret || convert_to(t, 'UTF8'))), 'hex') from sec.key where id = 'context' $$;
revoke all on function sec.mac(text) from public;

create function sec.sign(p_jurisdiction text, p_person text, p_reach text, p_orgs text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare body text := concat_ws(chr(31), p_jurisdiction, p_person, p_reach, p_orgs, pg_backend_pid(), extract(epoch from now()));
begin perform set_config('app.ctx', body || chr(31) || sec.mac(body), true); end $$;
revoke all on function sec.sign(text, text, text, text) from public;

create function sec.enter(p_token text, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare s record; held jsonb; shift int; today date; reach text; orgs text;
begin
  select x.jurisdiction, x.token_hash, x.person, x.seen_at, x.expires_at, x.idle, p.name, p.demo, p.language, p.large_type, c.username, c.must_change
    into s from sec.session x join public.person p on p.jurisdiction = x.jurisdiction and p.id = x.person
    join sec.credential c on c.jurisdiction = x.jurisdiction and c.person = x.person
   where x.token_hash = sha256(convert_to(p_token, 'UTF8')) and x.revoked_at is null and x.expires_at > p_now
     and x.seen_at + x.idle > p_now and p.disabled_at is null;
  if not found then return null; end if;
  if s.seen_at < p_now - interval '1 minute' then
    update sec.session set seen_at = p_now where jurisdiction = s.jurisdiction and token_hash = s.token_hash;
  end if;
  select coalesce((select shift_days from public.demo_clock where jurisdiction = s.jurisdiction), 0) into shift;
  today := (p_now at time zone 'Asia/Shanghai')::date + shift;
  select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'org', a.org, 'orgName', o.name, 'division', o.division, 'from', a.valid_from, 'to', a.valid_to,
           'actsFor', f.id, 'actsForName', f.name) order by a.role, a.id), '[]'),
         coalesce(string_agg(distinct a.org, ','), ''),
         case when bool_or(a.role like 'city.%') then 'city' when bool_or(a.role like 'county.%') then 'authorities'
              when bool_or(a.role in ('sysadmin', 'secadmin', 'auditor')) then 'admin' else 'parties' end
    into held, orgs, reach
    from public.assignment a join public.organisation o on o.jurisdiction = a.jurisdiction and o.id = a.org
    left join public.person f on f.jurisdiction = a.jurisdiction and f.id = a.acts_for
   where a.jurisdiction = s.jurisdiction and a.person = s.person and a.valid_from <= today and (a.valid_to is null or a.valid_to >= today);
  if reach = 'admin' then orgs := ''; end if;
  perform sec.sign(s.jurisdiction, s.person, coalesce(reach, 'parties'), coalesce(orgs, ''));
  return jsonb_build_object('jurisdiction', s.jurisdiction, 'person', s.person, 'name', s.name, 'username', s.username, 'demo', s.demo,
    'language', s.language, 'largeType', s.large_type, 'mustChange', s.must_change, 'reach', coalesce(reach, 'parties'),
    'holds', coalesce(held, '[]'), 'today', today, 'expiresAt', least(s.expires_at, p_now + s.idle));
end $$;

create function sec.ctx() returns text[] language plpgsql stable security definer set search_path = pg_catalog as $$
declare raw text := current_setting('app.ctx', true); part text[];
begin
  if raw is null or raw = '' then return null; end if;
  part := string_to_array(raw, chr(31));
  if array_length(part, 1) <> 7 or part[7] is distinct from sec.mac(array_to_string(part[1:6], chr(31)))
     or part[5] <> pg_backend_pid()::text or part[6] <> extract(epoch from now())::text then
    raise exception 'context forged' using errcode = '28000';
  end if;
  return part;
end $$;
create function sec.jurisdiction() returns text language sql stable security definer set search_path = pg_catalog as $$ select (sec.ctx())[1] $$;
create function sec.person() returns text language sql stable security definer set search_path = pg_catalog as $$ select (sec.ctx())[2] $$;
create function sec.reach() returns text language sql stable security definer set search_path = pg_catalog as $$ select (sec.ctx())[3] $$;
create function sec.orgs() returns text[] language sql stable security definer set search_path = pg_catalog as $$ select string_to_array((sec.ctx())[4], ',') $$;

-- ── The case log ─────────────────────────────────────────────────────────────────────────────────────────────────────
create table number_counter (jurisdiction text not null references jurisdiction, kind text not null, year int not null, last int not null, primary key (jurisdiction, kind, year));

create table case_head (
  jurisdiction text not null references jurisdiction, id text not null, procedure text not null, number text not null,
  version int not null, hash text not null, opened_on date not null,
  -- who may see the case: organisations and persons that are parties to it now
  orgs text[] not null, people text[] not null default '{}',
  primary key (jurisdiction, id), unique (jurisdiction, number)
);
create index case_head_orgs on case_head using gin (orgs);

create table case_entry (
  jurisdiction text not null, case_id text not null, no int not null check (no > 0),
  did text not null, by_person text, at timestamptz not null, seen text not null check (seen in ('parties', 'authorities', 'city')),
  body jsonb not null, prev text not null, hash text not null,
  primary key (jurisdiction, case_id, no), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);

-- Data that stays sealed until its procedure opens it; the entry carries the fingerprint. Opened by the entry `opened_no`.
create table case_sealed (
  jurisdiction text not null, case_id text not null, no int not null, person text not null, salt text not null, data jsonb not null,
  primary key (jurisdiction, case_id, no), foreign key (jurisdiction, case_id, no) references case_entry (jurisdiction, case_id, no)
);

-- Snapshots: what was submitted, word for word, under its fingerprint.
create table document (
  jurisdiction text not null, case_id text not null, sha256 text not null, kind text not null, body jsonb not null, at timestamptz not null,
  primary key (jurisdiction, case_id, sha256), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
-- Experts who declared no conflict read the material of a case without being a party to it. A read table of panel-review.
create table case_reader (jurisdiction text not null, case_id text not null, person text not null, panel_id text not null, primary key (jurisdiction, case_id, person, panel_id));

create table idempotency (
  jurisdiction text not null, person text not null, key text not null, request text not null, status int, answer jsonb, at timestamptz not null,
  primary key (jurisdiction, person, key)
);
create table outbox (
  jurisdiction text not null, id text not null, case_id text not null, no int not null, kind text not null, body jsonb not null, at timestamptz not null, done_at timestamptz,
  primary key (jurisdiction, id)
);
create index outbox_open on outbox (jurisdiction, at) where done_at is null;
create table message (
  jurisdiction text not null, id text not null, org text, person text, role text, case_id text, number text, words jsonb not null, at timestamptz not null, read_by text[] not null default '{}',
  primary key (jurisdiction, id)
);
create index message_org on message (jurisdiction, org, at);

-- ── Read tables: derived from entries, rebuilt at will ───────────────────────────────────────────────────────────────
create table case_list (
  jurisdiction text not null, case_id text not null, procedure text not null, number text not null, title text not null, status text not null, version int not null,
  hosts jsonb not null default '[]', county text, field text, track text, batch text, opened_on date not null, since date not null,
  due_on date, due_provisional boolean not null default false, limit_days int, used_days int,
  waits_role text, waits_for text[] not null default '{}', orgs text[] not null, people text[] not null default '{}', acted text[] not null default '{}',
  search text not null default '',
  primary key (jurisdiction, case_id)
);
create index case_list_status on case_list (jurisdiction, procedure, status, since);
create index case_list_waits on case_list (jurisdiction, waits_role, due_on);
create index case_list_orgs on case_list using gin (orgs);

create table base (
  jurisdiction text not null, id text not null, case_id text not null, name text not null, certificate_no text not null, status text not null,
  recognised_on date not null, document_no text not null, hosts jsonb not null, county text not null, field text not null, chain text,
  direction text not null, public jsonb not null default '{}', orgs text[] not null,
  primary key (jurisdiction, id), unique (jurisdiction, certificate_no), unique (jurisdiction, case_id)
);
create unique index base_name on base (jurisdiction, name) where status not in ('revoked', 'left');

create table notice (
  jurisdiction text not null, case_id text not null, number text not null, kind text not null, title text not null, rows jsonb not null, text text not null, text_hash text not null,
  published_on date not null, ends_on date not null, provisional boolean not null, status text not null, closed_on date,
  primary key (jurisdiction, case_id)
);
create table setting_change (
  jurisdiction text not null, case_id text not null, key text not null, value jsonb not null, valid_from date not null, basis text not null, applies text, proposed_by text not null, signed_by text not null, signed_on date not null,
  primary key (jurisdiction, case_id)
);
create table reading_change (
  jurisdiction text not null, case_id text not null, law text not null, reading jsonb not null, valid_from date not null, basis text not null, proposed_by text not null, signed_by text not null, signed_on date not null,
  primary key (jurisdiction, case_id)
);
create table authority_basis (
  jurisdiction text not null, case_id text not null, kind text not null, title text not null, document_no text, valid_from date not null, valid_to date, demo boolean not null default false, proposed_by text not null, signed_by text not null, signed_on date not null,
  primary key (jurisdiction, case_id)
);
create table calendar_year (
  jurisdiction text not null, case_id text not null, year int not null, off date[] not null, work date[] not null, source text not null, signed_on date not null,
  primary key (jurisdiction, case_id)
);

-- ── Registers and drafts: kept by hand, not by a procedure ───────────────────────────────────────────────────────────
create table batch (
  jurisdiction text not null, id text not null, name text not null, opens_on date not null, closes_on date not null, extra boolean not null default false, reason text, closed boolean not null default false,
  primary key (jurisdiction, id)
);
create table expert (
  jurisdiction text not null, person text not null, fields text[] not null, specialty text not null, title text not null, employer text not null, region text not null, in_city boolean not null, available boolean not null default true, demo boolean not null default false, version int not null default 1,
  primary key (jurisdiction, person), foreign key (jurisdiction, person) references person (jurisdiction, id)
);
create table draft (
  jurisdiction text not null, case_id text not null, form_version text not null, version int not null default 0, orgs text[] not null, readers text[] not null default '{}',
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create table draft_value (
  jurisdiction text not null, case_id text not null, path text not null, value jsonb, version int not null, by_person text not null, by_name text not null, at timestamptz not null,
  primary key (jurisdiction, case_id, path), foreign key (jurisdiction, case_id) references draft (jurisdiction, case_id)
);
create table file (
  jurisdiction text not null, id text not null, case_id text not null, name text not null, size bigint not null, type text not null, sha256 text not null,
  by_person text not null, by_org text not null, at timestamptz not null, attachment text, removed_at timestamptz,
  primary key (jurisdiction, id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index file_case on file (jurisdiction, case_id);
create table access_log (
  jurisdiction text not null, id text not null, at timestamptz not null, person text, username text, act text not null, object text, result text not null, address text, detail jsonb,
  primary key (jurisdiction, id)
);
create index access_log_at on access_log (jurisdiction, at);

-- ── Folding reads the whole file, whoever asks, as long as the case is theirs to see ──────────────────────────────────
create function sec.entries(p_jurisdiction text, p_case text) returns setof case_entry
language sql stable security definer set search_path = pg_catalog, public as $$
  select e.* from public.case_entry e join public.case_head h on h.jurisdiction = e.jurisdiction and h.id = e.case_id
   where e.jurisdiction = p_jurisdiction and e.case_id = p_case
     and (session_user = 'zs_jobs' or (h.jurisdiction = sec.jurisdiction() and (h.orgs && sec.orgs() or h.people @> array[sec.person()])))
   order by e.no $$;

-- Sealed data leaves its envelope only once the case has an entry that opens it.
create function sec.unsealed(p_jurisdiction text, p_case text) returns setof case_sealed
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.* from public.case_sealed s join public.case_head h on h.jurisdiction = s.jurisdiction and h.id = s.case_id
   where s.jurisdiction = p_jurisdiction and s.case_id = p_case
     and exists (select 1 from public.case_entry e where e.jurisdiction = s.jurisdiction and e.case_id = s.case_id and e.no > s.no and e.body->'unseals' = 'true')
     and (session_user = 'zs_jobs' or (h.jurisdiction = sec.jurisdiction() and sec.reach() = 'city' and h.orgs && sec.orgs()))
   order by s.no $$;

-- Whether a name is taken is told without telling whose case it is.
create function sec.name_taken(p_jurisdiction text, p_name text, p_case text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.base where jurisdiction = p_jurisdiction and name = p_name and case_id <> p_case and status not in ('revoked', 'left'))
      or exists (select 1 from public.case_list where jurisdiction = p_jurisdiction and procedure = 'recognition' and title = p_name and case_id <> p_case
                   and status not in ('draft', 'withdrawn', 'notRecommended', 'formRejected', 'notShortlisted', 'declined', 'recognised')) $$;

-- ── Row security ─────────────────────────────────────────────────────────────────────────────────────────────────────
do $$
declare t text;
begin
  foreach t in array array['jurisdiction','organisation','person','assignment','demo_clock','number_counter','case_head','case_entry','case_sealed','document','case_reader','idempotency',
    'outbox','message','case_list','base','notice','setting_change','reading_change','authority_basis','calendar_year','batch','expert','draft','draft_value','file','access_log'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy jobs_all on %I to zs_jobs using (true) with check (true)', t);
  end loop;
  foreach t in array array['key','credential','session'] loop
    execute format('alter table sec.%I enable row level security', t);
    execute format('alter table sec.%I force row level security', t);
    execute format('create policy owner_all on sec.%I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy jobs_all on sec.credential to zs_jobs using (true) with check (true);
create policy jobs_all on sec.session to zs_jobs using (true) with check (true);

-- cases: parties only
create policy parties on case_head to zs_app using (jurisdiction = (select sec.jurisdiction()) and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]))
  with check (jurisdiction = (select sec.jurisdiction()));
create policy parties on case_list to zs_app using (jurisdiction = (select sec.jurisdiction()) and (orgs && (select sec.orgs()) or people @> array[(select sec.person())]))
  with check (jurisdiction = (select sec.jurisdiction()));
create policy parties on case_entry for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = case_entry.jurisdiction and h.id = case_entry.case_id)
  and (seen = 'parties' or by_person = (select sec.person()) or (select sec.reach()) = 'city' or (seen = 'authorities' and (select sec.reach()) = 'authorities')));
create policy append on case_entry for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = case_entry.jurisdiction and h.id = case_entry.case_id));
-- a sealed sheet is its writer's alone
create policy own on case_sealed to zs_app using (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person()))
  with check (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person()));
create policy parties on document to zs_app using (jurisdiction = (select sec.jurisdiction())
  and (exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id)
    or exists (select 1 from case_reader r where r.jurisdiction = document.jurisdiction and r.case_id = document.case_id and r.person = (select sec.person()))));
create policy readers on case_reader to zs_app using (jurisdiction = (select sec.jurisdiction()) and (person = (select sec.person()) or (select sec.reach()) = 'city'))
  with check (jurisdiction = (select sec.jurisdiction()));
create policy parties on file to zs_app using (jurisdiction = (select sec.jurisdiction())
  and (exists (select 1 from case_head h where h.jurisdiction = file.jurisdiction and h.id = file.case_id)
    or exists (select 1 from case_reader r where r.jurisdiction = file.jurisdiction and r.case_id = file.case_id and r.person = (select sec.person()))))
  with check (jurisdiction = (select sec.jurisdiction()) and by_person = (select sec.person()));
-- a draft is written by the host's people alone; invited partners may read it
create policy own on draft to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()));
create policy partner on draft for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and readers && (select sec.orgs()));
create policy read on draft_value for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from draft d where d.jurisdiction = draft_value.jurisdiction and d.case_id = draft_value.case_id));
create policy own on draft_value for all to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from draft d where d.jurisdiction = draft_value.jurisdiction and d.case_id = draft_value.case_id and d.orgs && (select sec.orgs())));
create policy own on idempotency to zs_app using (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person()));
create policy hand_over on outbox for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()));
create policy mine on message for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (org = any((select sec.orgs())::text[]) or person = (select sec.person())));
create policy mine_read on message for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (org = any((select sec.orgs())::text[]) or person = (select sec.person())));
create policy tell on message for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()));
create policy count on number_counter to zs_app using (jurisdiction = (select sec.jurisdiction()));

-- registers
create policy anyone on jurisdiction for select to zs_app using (true);
create policy anyone on demo_clock for select to zs_app using (true);
create policy mine on organisation for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and (kind in ('city', 'county') or id = any((select sec.orgs())::text[]) or organiser = any((select sec.orgs())::text[]) or (select sec.reach()) in ('city', 'admin')));
create policy keep on organisation for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (id = any((select sec.orgs())::text[]) or (select sec.reach()) = 'city'));
create policy add on organisation for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city');
create policy self on person for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (id = (select sec.person()) or (select sec.reach()) in ('city', 'admin')));
create policy self_keep on person for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and id = (select sec.person()));
create policy self on assignment for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (person = (select sec.person()) or (select sec.reach()) in ('city', 'admin')));
create policy city on expert to zs_app using (jurisdiction = (select sec.jurisdiction()) and ((select sec.reach()) = 'city' or person = (select sec.person())));
create policy read on batch for select to zs_app using (jurisdiction = (select sec.jurisdiction()));
create policy city on batch for all to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city');

-- what is published is for everybody, signed in or not
create policy published on base for select to zs_app using (true);
create policy published on notice for select to zs_app using (true);
create policy published on setting_change for select to zs_app using (true);
create policy published on reading_change for select to zs_app using (true);
create policy published on authority_basis for select to zs_app using (true);
create policy published on calendar_year for select to zs_app using (true);
-- and written only by a step of somebody who may see the case
do $$ declare t text; begin
  foreach t in array array['base','notice','setting_change','reading_change','authority_basis','calendar_year'] loop
    execute format('create policy by_step on %I for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = %I.jurisdiction and h.id = %I.case_id))', t, t, t);
    execute format('create policy by_step_again on %I for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = %I.jurisdiction and h.id = %I.case_id))', t, t, t);
  end loop;
end $$;
create policy write on access_log for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and person = (select sec.person()));
create policy audit on access_log for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'admin');

-- ── Grants: the log can be appended to and read, never changed ───────────────────────────────────────────────────────
grant select on all tables in schema public to zs_app, zs_jobs;
grant insert on case_head, case_entry, case_sealed, document, case_reader, idempotency, outbox, message, case_list, base, notice, setting_change, reading_change,
  authority_basis, calendar_year, batch, expert, draft, draft_value, file, access_log, number_counter, organisation to zs_app, zs_jobs;
grant update (version, hash, orgs, people) on case_head to zs_app, zs_jobs;
grant update on case_list, base, notice, setting_change, reading_change, authority_basis, calendar_year, batch, expert, draft, draft_value, number_counter, organisation to zs_app, zs_jobs;
grant update (status, answer) on idempotency to zs_app, zs_jobs;
grant update (read_by) on message to zs_app, zs_jobs;
grant update (attachment, removed_at) on file to zs_app, zs_jobs;
grant update (language, large_type) on person to zs_app;
grant delete on case_reader, draft_value to zs_app, zs_jobs;
-- the read tables are disposable: npm run rebuild empties and refills them
grant delete on case_list, case_reader, base, notice, setting_change, reading_change, authority_basis, calendar_year to zs_jobs;
grant insert, update on person, assignment, demo_clock, jurisdiction to zs_jobs;
grant update (done_at) on outbox to zs_jobs;
grant select, insert, update on sec.credential, sec.session to zs_jobs;
grant execute on function sec.enter(text, timestamptz), sec.ctx(), sec.jurisdiction(), sec.person(), sec.reach(), sec.orgs(),
  sec.entries(text, text), sec.unsealed(text, text), sec.name_taken(text, text, text) to zs_app, zs_jobs;
