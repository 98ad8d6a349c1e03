-- The draw of a panel: the seed that nobody sees before the witness has spoken, the record everybody may recompute, and who reads what.

-- ── The seed ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Put down with the commitment; no role of the server can select it. It leaves through the function below, once witnessed.
create table draw_seed (
  jurisdiction text not null, case_id text not null, no int not null check (no > 0), seed text not null check (seed ~ '^[0-9a-f]{64}$'), at timestamptz not null,
  primary key (jurisdiction, case_id, no), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);

-- ── The draws as they are listed: a read table of panel-review ───────────────────────────────────────────────────────
create table draw (
  jurisdiction text not null, case_id text not null, no int not null, number text not null, applications text[] not null, size int not null, commitment text not null,
  committed_on date not null, witnessed_on date, revealed_on date, ended text check (ended in ('abandoned', 'dissolved')), record jsonb,
  primary key (jurisdiction, case_id, no), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);

do $$
declare t text;
begin
  foreach t in array array['draw_seed', 'draw'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy jobs_all on draw to zs_jobs using (true) with check (true);

create policy seal on draw_seed for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = draw_seed.jurisdiction and h.id = draw_seed.case_id and h.procedure = 'panel-review'));
create policy city on draw for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = draw.jurisdiction and h.id = draw.case_id));
create policy by_step on draw for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_entry e where e.jurisdiction = draw.jurisdiction and e.case_id = draw.case_id and e.did = 'commitDraw'));
create policy by_step_again on draw for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_entry e where e.jurisdiction = draw.jurisdiction and e.case_id = draw.case_id and e.did = 'commitDraw'));
grant insert on draw_seed to zs_app;
grant select, insert, update on draw to zs_app, zs_jobs;
grant delete on draw to zs_jobs;

-- The seed of the last draw, once another person has witnessed it; the number of a draw is that of its commitment.
create function sec.draw_seed(p_jurisdiction text, p_case text) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with committed as (select count(*)::int as no, max(no) as entry from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and did = 'commitDraw')
  select s.seed from public.draw_seed s join committed c on c.no = s.no join public.case_head h on h.jurisdiction = s.jurisdiction and h.id = s.case_id
   where s.jurisdiction = p_jurisdiction and s.case_id = p_case
     and exists (select 1 from public.case_entry e where e.jurisdiction = s.jurisdiction and e.case_id = s.case_id and e.did = 'witnessDraw' and e.no > c.entry)
     and (session_user = 'zs_jobs' or (h.jurisdiction = sec.jurisdiction() and sec.reach() = 'city' and h.orgs && sec.orgs())) $$;

-- What everybody may know of a draw: its fingerprint at once; the record, which has no name in it, when all it reviewed have their outcome.
create function sec.public_draws(p_jurisdiction text) returns table (number text, no int, size int, applications int, commitment text, committed_on date, witnessed_on date, revealed_on date, ended text, record jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select d.number, d.no, d.size, cardinality(d.applications), d.commitment, d.committed_on, d.witnessed_on, d.revealed_on, d.ended,
         case when p.status in ('concluded', 'dissolved') and not exists (
           select 1 from unnest(d.applications) a left join public.case_list l on l.jurisdiction = d.jurisdiction and l.case_id = a
            where l.status is null or l.status not in ('notShortlisted', 'declined', 'recognised', 'withdrawn')) then d.record end
    from public.draw d join public.case_list p on p.jurisdiction = d.jurisdiction and p.case_id = d.case_id
   where d.jurisdiction = p_jurisdiction order by d.committed_on desc, d.number desc, d.no desc $$;

-- ── What the draw rests on is kept like a snapshot; the experts of the panel do not read it ──────────────────────────
drop policy parties on document;
create policy parties on document for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (kind <> 'draw' or (select sec.reach()) = 'city')
  and (exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id)
    or exists (select 1 from case_reader r where r.jurisdiction = document.jurisdiction and r.case_id = document.case_id and r.person = (select sec.person()))));
create policy drawn on document for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and kind = 'draw' and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = document.jurisdiction and h.id = document.case_id and h.procedure = 'panel-review'));

-- ── Who reads the material: sits on the panel now, declared about the case, and stands clear of it by every account ──
create or replace function sec.may_read_material(p_jurisdiction text, p_panel text, p_case text, p_person text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with all_entries as (select no, did, by_person, body->'data' as data from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_panel),
       entries as (select * from all_entries where no > coalesce((select max(no) from all_entries where did = 'redraw'), 0) or did = 'convene'),
       seated as (select m from entries, jsonb_array_elements(case did when 'revealDraw' then data->'members' when 'replace' then jsonb_build_array(data->'member') else '[]'::jsonb end) m where m->>'person' = p_person),
       declared as (select data from entries where did = 'declareConflict' and by_person = p_person and data->>'about' = p_case)
  select exists (select 1 from public.case_head where jurisdiction = p_jurisdiction and id = p_panel and procedure = 'panel-review' and people @> array[p_person])
     and exists (select 1 from entries where did = 'convene' and data->'applications' @> jsonb_build_array(jsonb_build_object('case', p_case)))
     and not exists (select 1 from entries where did in ('conclude', 'dissolve'))
     and exists (select 1 from seated) and not exists (select 1 from seated where m->'conflicts' ? p_case)
     and not exists (select 1 from entries where did = 'replace' and data->>'expert' = p_person)
     and not exists (select 1 from entries where did in ('recordConflict', 'recordConflictLate') and data->>'expert' = p_person and data->>'about' = p_case)
     and not exists (select 1 from entries where did = 'declareLate' and by_person = p_person and data->>'about' = p_case)
     and exists (select 1 from declared)
     and not exists (select 1 from declared, jsonb_each(data->'answers') a where a.value <> 'false') $$;

-- Whoever is no expert any more reads nothing as one, whatever was written before.
drop policy readers on case_reader;
create policy readers on case_reader for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and ((person = (select sec.person()) and (select sec.holds_now('expert'))) or (select sec.reach()) = 'city'));

-- Which running panel reviews an application already; told to the city, which convenes.
create function sec.running_panels(p_jurisdiction text, p_cases text[]) returns table (case_id text, panel text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a->>'case', h.number from public.case_head h join public.case_entry e on e.jurisdiction = h.jurisdiction and e.case_id = h.id and e.did = 'convene', jsonb_array_elements(e.body->'data'->'applications') a
   where h.jurisdiction = p_jurisdiction and h.procedure = 'panel-review' and a->>'case' = any (p_cases)
     and (session_user = 'zs_jobs' or (h.jurisdiction = sec.jurisdiction() and sec.reach() = 'city'))
     and not exists (select 1 from public.case_entry x where x.jurisdiction = h.jurisdiction and x.case_id = h.id and x.did in ('conclude', 'dissolve')) $$;

revoke all on function sec.draw_seed(text, text), sec.public_draws(text), sec.running_panels(text, text[]) from public;
grant execute on function sec.draw_seed(text, text), sec.running_panels(text, text[]) to zs_app, zs_jobs;
grant execute on function sec.public_draws(text) to zs_app, zs_jobs;
