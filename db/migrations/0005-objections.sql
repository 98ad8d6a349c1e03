-- Objections from the public. Who objects is sealed apart from the case: no role of the server can select it. It leaves its
-- table only through functions that look at who asks and write every reading, granted or refused, into the access log.

create table objection_identity (
  jurisdiction text not null, case_id text not null, kind text not null check (kind in ('unit', 'person')), name text not null, contact text not null,
  confidential boolean not null, salt text not null, at timestamptz not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
-- What came too late or without a name, but with facts and evidence: a lead for the supervisor alone.
create table supervision_lead (
  jurisdiction text not null references jurisdiction, id text not null, number text not null, because text not null check (because in ('late', 'anonymous')),
  notice text not null, notice_title text not null, row_no int not null, row_name text not null,
  kind text, name text, contact text, category text not null, facts text not null, evidence text not null, at timestamptz not null,
  primary key (jurisdiction, id), unique (jurisdiction, number)
);
-- Receipts: only the fingerprint of the secret code is kept. A ticket lets its holder send files for an hour.
create table objection_receipt (
  jurisdiction text not null, code_hash text not null, case_id text, lead_id text, at timestamptz not null, ticket_hash text, ticket_until timestamptz,
  primary key (jurisdiction, code_hash), check (num_nonnulls(case_id, lead_id) = 1),
  foreign key (jurisdiction, case_id) references case_head (jurisdiction, id), foreign key (jurisdiction, lead_id) references supervision_lead (jurisdiction, id)
);
create index objection_receipt_ticket on objection_receipt (jurisdiction, ticket_hash);
-- File names and contents tell who wrote them: kept as closely as the identity.
create table objection_evidence (
  jurisdiction text not null, id text not null, case_id text, lead_id text, name text not null, size bigint not null, type text not null, sha256 text not null, at timestamptz not null,
  primary key (jurisdiction, id), check (num_nonnulls(case_id, lead_id) = 1),
  foreign key (jurisdiction, case_id) references case_head (jurisdiction, id), foreign key (jurisdiction, lead_id) references supervision_lead (jurisdiction, id)
);
create index objection_evidence_case on objection_evidence (jurisdiction, case_id);
-- How often an address has asked within the hour, under a keyed print: an address would tell who objects.
create table sec.knock (jurisdiction text not null, act text not null, hour timestamptz not null, print text not null, count int not null, primary key (jurisdiction, act, hour, print));

do $$
declare t text;
begin
  foreach t in array array['objection_identity', 'supervision_lead', 'objection_receipt', 'objection_evidence', 'sec.knock'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy owner_all on %s to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- Today, as the platform counts it, for the question who holds a role now.
create function sec.holds_now(p_role text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.assignment a, (select (now() at time zone 'Asia/Shanghai')::date
        + coalesce((select shift_days from public.demo_clock where jurisdiction = sec.jurisdiction()), 0) as today) d
     where a.jurisdiction = sec.jurisdiction() and a.person = sec.person() and a.role = p_role
       and a.valid_from <= d.today and (a.valid_to is null or a.valid_to >= d.today)) $$;

-- The handler is who the entries say; no read table is asked.
create function sec.objection_handler(p_jurisdiction text, p_case text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case e.did when 'takeOn' then e.by_person else e.body->'data'->>'handler' end
    from public.case_entry e join public.case_head h on h.jurisdiction = e.jurisdiction and h.id = e.case_id and h.procedure = 'objection'
   where e.jurisdiction = p_jurisdiction and e.case_id = p_case and e.did in ('takeOn', 'assign', 'handOver') order by e.no desc limit 1 $$;

create function sec.may_know_objector(p_case text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select sec.reach() = 'city' and (sec.holds_now('city.supervisor')
      or (sec.holds_now('city.officer') and sec.objection_handler(sec.jurisdiction(), p_case) is not distinct from sec.person())) $$;

create function sec.log_secret(p_log text, p_at timestamptz, p_address text, p_act text, p_object text, p_result text) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.access_log (jurisdiction, id, at, person, username, act, object, result, address, detail)
  select sec.jurisdiction(), p_log, p_at, sec.person(), (select c.username from sec.credential c where c.jurisdiction = sec.jurisdiction() and c.person = sec.person()), p_act, p_object, p_result, p_address, '{}' $$;

-- Who objects, for the handler and the supervisor; every reading is written down, refused ones too.
create function sec.objector(p_case text, p_log text, p_at timestamptz, p_address text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare allowed boolean := sec.may_know_objector(p_case);
begin
  perform sec.log_secret(p_log, p_at, p_address, 'objection.identity', p_case, case when allowed then 'done' else 'refused' end);
  if not allowed then return null; end if;
  return (select jsonb_build_object('kind', kind, 'name', name, 'contact', contact, 'confidential', confidential, 'salt', salt)
            from public.objection_identity where jurisdiction = sec.jurisdiction() and case_id = p_case);
end $$;

-- Evidence of an objection (handler, supervisor) or of a lead (supervisor); p_file null lists it.
create function sec.objection_files(p_about text, p_file text, p_log text, p_at timestamptz, p_address text) returns setof objection_evidence
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare allowed boolean := sec.may_know_objector(p_about);
begin
  perform sec.log_secret(p_log, p_at, p_address, case when p_file is null then 'objection.evidence' else 'objection.file' end, coalesce(p_file, p_about), case when allowed then 'done' else 'refused' end);
  if not allowed then return; end if;
  return query select * from public.objection_evidence
    where jurisdiction = sec.jurisdiction() and (case_id = p_about or lead_id = p_about) and (p_file is null or id = p_file) order by at, id;
end $$;

-- Whether a text that goes to others names the objector. Answers the handler alone, who knows anyway.
create function sec.names_objector(p_case text, p_text text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select position(regexp_replace(lower(i.name), '\s', '', 'g') in regexp_replace(lower(p_text), '\s', '', 'g')) > 0
      or position(regexp_replace(lower(i.contact), '[\s-]', '', 'g') in regexp_replace(lower(p_text), '[\s-]', '', 'g')) > 0
    from public.objection_identity i
   where i.jurisdiction = sec.jurisdiction() and i.case_id = p_case and sec.objection_handler(i.jurisdiction, p_case) = sec.person() $$;

-- Counts one knock; false when the address has knocked too often within the hour.
create function sec.knocked(p_jurisdiction text, p_act text, p_address text, p_now timestamptz, p_most int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare so_far int; this_hour timestamptz := date_trunc('hour', p_now);
begin
  delete from sec.knock where hour < this_hour - interval '1 hour';
  insert into sec.knock (jurisdiction, act, hour, print, count) values (p_jurisdiction, p_act, this_hour, sec.mac(concat_ws(chr(31), 'knock', p_act, p_address, extract(epoch from this_hour))), 1)
    on conflict (jurisdiction, act, hour, print) do update set count = sec.knock.count + 1 returning count into so_far;
  return so_far <= p_most;
end $$;

-- Numbers without names, for the public.
create function sec.objection_counts(p_jurisdiction text) returns table (accepted int, upheld int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) filter (where e.did = 'accept')::int, count(*) filter (where e.did in ('concludeUpheld', 'concludePartly', 'concludePartlyReview'))::int
    from public.case_entry e join public.case_head h on h.jurisdiction = e.jurisdiction and h.id = e.case_id and h.procedure = 'objection' where e.jurisdiction = p_jurisdiction $$;

-- The system puts down what the public hands in and cannot read it back.
create policy put on objection_identity for insert to zs_jobs with check (true);
create policy put on supervision_lead for insert to zs_jobs with check (true);
create policy look on supervision_lead for select to zs_jobs using (true);
create policy put on objection_evidence for insert to zs_jobs with check (true);
create policy look on objection_evidence for select to zs_jobs using (true);
create policy jobs_all on objection_receipt to zs_jobs using (true) with check (true);
create policy supervisor on supervision_lead for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city' and (select sec.holds_now('city.supervisor')));

grant insert on objection_identity, supervision_lead, objection_evidence, objection_receipt to zs_jobs;
grant select (jurisdiction, id, number, notice, notice_title, row_name, at) on supervision_lead to zs_jobs;
grant select (jurisdiction, id, case_id, lead_id) on objection_evidence to zs_jobs;
grant select, update (ticket_hash, ticket_until) on objection_receipt to zs_jobs;
grant select on supervision_lead to zs_app;

revoke all on function sec.holds_now(text), sec.objection_handler(text, text), sec.may_know_objector(text), sec.log_secret(text, timestamptz, text, text, text, text), sec.objector(text, text, timestamptz, text),
  sec.objection_files(text, text, text, timestamptz, text), sec.names_objector(text, text), sec.knocked(text, text, text, timestamptz, int), sec.objection_counts(text) from public;
grant execute on function sec.holds_now(text), sec.may_know_objector(text), sec.objector(text, text, timestamptz, text), sec.objection_files(text, text, text, timestamptz, text), sec.names_objector(text, text) to zs_app;
grant execute on function sec.knocked(text, text, text, timestamptz, int) to zs_jobs;
grant execute on function sec.objection_counts(text) to zs_app, zs_jobs;
