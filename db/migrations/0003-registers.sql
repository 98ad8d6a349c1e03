-- The registers: what they keep beyond the foundation, and what may be known of cases as numbers without names.

alter table organisation add column office_phone text;
alter table batch add column closed_on date;
-- Employers with their years and named avoidance: the draw computes conflicts from them.
alter table expert add column employers jsonb not null default '[]', add column avoid text[] not null default '{}';
alter table sec.credential add column created_on date not null default current_date;
-- The audit is read in the order things were written, page by page.
alter table access_log add column no bigint generated always as identity;
create unique index access_log_no on access_log (jurisdiction, no);
create index access_log_act on access_log (jurisdiction, act, no);

-- One's own office telephone is one's own to keep.
grant update (office_phone) on person to zs_app;

-- ── Names for inviting a partner: institutions, not what else the register knows of them ─────────────────────────────
create function sec.partner_names(p_q text) returns table (id text, name text, division text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select o.id, o.name, o.division from public.organisation o
   where o.jurisdiction = sec.jurisdiction() and o.kind = 'host' and o.merged_into is null
     and char_length(btrim(p_q)) >= 2 and position(lower(btrim(p_q)) in lower(o.name)) > 0
   order by o.name limit 20 $$;

-- Who works for my organisation. Experts share a register, not an office, and do not learn of each other here.
create function sec.colleagues(p_org text) returns table (name text, role text, valid_from date, valid_to date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.name, a.role, a.valid_from, a.valid_to from public.assignment a join public.person p on p.jurisdiction = a.jurisdiction and p.id = a.person
   where a.jurisdiction = sec.jurisdiction() and a.org = p_org and p_org = any (sec.orgs()) and sec.reach() <> 'admin'
     and a.role not in ('expert', 'sysadmin', 'secadmin', 'auditor') and p.disabled_at is null
   order by a.valid_from, p.name, a.role $$;

-- ── Numbers without names ────────────────────────────────────────────────────────────────────────────────────────────
-- Under row security these count what the asker may see; the two definer functions below count everything, for the public.
create function application_counts(p_jurisdiction text) returns table (county text, year int, status text, recommended boolean, accepted boolean, count bigint)
language sql stable set search_path = pg_catalog, public as $$
  select l.county, extract(year from f.submitted)::int, l.status, f.recommended, f.accepted, count(*)
    from case_list l
    join lateral (select min((e.body->>'on')::date) filter (where e.did = 'submit') as submitted,
                         coalesce(bool_or(e.did = 'recommend'), false) as recommended, coalesce(bool_or(e.did = 'acceptForm'), false) as accepted
                    from case_entry e where e.jurisdiction = l.jurisdiction and e.case_id = l.case_id) f on f.submitted is not null
   where l.jurisdiction = p_jurisdiction and l.procedure = 'recognition'
   group by 1, 2, 3, 4, 5 $$;

-- The finished stays of each application at county review and formal examination, without saying whose they are.
create function review_stays(p_jurisdiction text) returns table (status text, froms date[], tos date[])
language sql stable set search_path = pg_catalog, public as $$
  with moves as (
    select e.case_id, e.no, (e.body->>'on')::date as day, e.body->>'to' as status, lag(e.body->>'to') over (partition by e.case_id order by e.no) as before
      from case_entry e join case_list l on l.jurisdiction = e.jurisdiction and l.case_id = e.case_id and l.procedure = 'recognition' and l.status not in ('returned', 'supplementing', 'withdrawn')
     where e.jurisdiction = p_jurisdiction),
  stays as (
    select case_id, status, day as from_day, lead(day) over (partition by case_id order by no) as to_day from moves where status is distinct from before)
  select s.status, array_agg(s.from_day order by s.from_day), array_agg(s.to_day order by s.from_day)
    from stays s where s.status in ('submitted', 'recommended') group by s.case_id, s.status having bool_and(s.to_day is not null) $$;

create function sec.open_application_counts(p_jurisdiction text) returns table (county text, year int, status text, recommended boolean, accepted boolean, count bigint)
language sql stable security definer set search_path = pg_catalog, public as $$ select * from public.application_counts(p_jurisdiction) $$;

create function sec.open_review_stays(p_jurisdiction text) returns table (status text, froms date[], tos date[])
language sql stable security definer set search_path = pg_catalog, public as $$ select * from public.review_stays(p_jurisdiction) order by 1, 2 $$;

-- The instant at which a notice that everybody may read was published.
create function sec.published_at(p_jurisdiction text, p_case text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select e.at from public.case_entry e join public.notice n on n.jurisdiction = e.jurisdiction and n.case_id = e.case_id
   where e.jurisdiction = p_jurisdiction and e.case_id = p_case and e.no = 1 $$;

grant execute on function sec.partner_names(text), sec.colleagues(text), application_counts(text), review_stays(text),
  sec.open_application_counts(text), sec.open_review_stays(text), sec.published_at(text, text) to zs_app, zs_jobs;
