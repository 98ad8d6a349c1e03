-- Inspections and suspensions as overviews and figures count them: read tables, one row a case, and for whom the case is for them the row is.
create table inspection (
  jurisdiction text not null, case_id text not null, base_id text not null, county text not null, level text not null check (level in ('county', 'city')), kind text not null, status text not null,
  ordered_on date not null, inspected_on date, result text check (result in ('clear', 'findings')), fails int not null, partly int not null,
  required_on date, due_on date, demands int not null, rectified int not null, returns int not null, escalated_on date, closed_on date, orgs text[] not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index inspection_base on inspection (jurisdiction, base_id);
create index inspection_due on inspection (jurisdiction, status, due_on);

create table suspension (
  jurisdiction text not null, case_id text not null, base_id text not null, county text not null, level text not null check (level in ('county', 'city')), kind text not null, status text not null,
  since date not null, ends_on date, ended_on date, orgs text[] not null,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index suspension_base on suspension (jurisdiction, base_id);

-- A row says what its case says, about who may see it above all.
do $$
declare t text;
begin
  foreach t in array array['inspection', 'suspension'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy jobs_all on %I to zs_jobs using (true) with check (true)', t);
    execute format('create policy parties on %1$I to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
      with check (jurisdiction = (select sec.jurisdiction()) and exists (select 1 from case_head h where h.jurisdiction = %1$I.jurisdiction and h.id = %1$I.case_id and h.procedure = %1$L and h.orgs @> %1$I.orgs and h.orgs <@ %1$I.orgs))', t);
    execute format('grant select, insert, update on %I to zs_app, zs_jobs', t);
    execute format('grant delete on %I to zs_jobs', t);
  end loop;
end $$;

-- ── Bases drawn by lot: the seed that nobody sees before the witness has spoken ───────────────────────────────────────
-- Put down with the commitment; no role of the server can select it. It leaves through the function below, once witnessed.
create table inspection_seed (
  jurisdiction text not null, case_id text not null, no int not null check (no > 0), seed text not null check (seed ~ '^[0-9a-f]{64}$'), at timestamptz not null,
  primary key (jurisdiction, case_id, no), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
alter table inspection_seed enable row level security;
alter table inspection_seed force row level security;
create policy owner_all on inspection_seed to current_user using (true) with check (true);
create policy seal on inspection_seed for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = inspection_seed.jurisdiction and h.id = inspection_seed.case_id and h.procedure = 'inspection-plan'));
grant insert on inspection_seed to zs_app;

-- The seed of the last draw, once another person has witnessed it; the number of a draw is that of its commitment.
create function sec.inspection_seed(p_jurisdiction text, p_case text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with committed as (select count(*)::int as no, max(no) as entry from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and did = 'commit')
  select s.seed from public.inspection_seed s join committed c on c.no = s.no join public.case_head h on h.jurisdiction = s.jurisdiction and h.id = s.case_id
   where s.jurisdiction = p_jurisdiction and s.case_id = p_case and h.procedure = 'inspection-plan'
     and exists (select 1 from public.case_entry e where e.jurisdiction = s.jurisdiction and e.case_id = s.case_id and e.did = 'witness' and e.no > c.entry)
     and h.jurisdiction = sec.jurisdiction() and sec.reach() in ('city', 'authorities') and h.orgs && sec.orgs() $$;
revoke all on function sec.inspection_seed(text, text) from public;
grant execute on function sec.inspection_seed(text, text) to zs_app;
