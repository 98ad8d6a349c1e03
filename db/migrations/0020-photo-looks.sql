-- How a photograph looks, in parts: the whole first, then less a little at each side, so that what was cut at an edge is found too. And why one could not be looked at.

alter table photo_hash add column parts bit(64)[], add column because text;

/*
 * Where a mark of this case stands a second time, as before; photographs by the nearest of their parts. The whole pictures are compared
 * first and widely: parts are only looked at where the wholes are not plainly strangers.
 */
create or replace function sec.assessment_twins(p_case text, p_distance int)
returns table (kind text, label text, row_id text, other_case text, other_number text, other_name text, other_year int, other_label text, same_base boolean, distance int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with here as (
    select a.* from public.assessment a where a.jurisdiction = sec.jurisdiction() and a.case_id = p_case and a.orgs && sec.orgs() and sec.reach() in ('city', 'authorities')),
  last as (
    select m.case_id, max(m.no) as no from public.assessment_mark m where m.jurisdiction = sec.jurisdiction() group by m.case_id),
  marks as (
    select m.*, p.hash, p.parts from public.assessment_mark m join last l on l.case_id = m.case_id and l.no = m.no
      left join public.photo_hash p on m.kind = 'photo' and p.jurisdiction = m.jurisdiction and p.sha256 = m.value
     where m.jurisdiction = sec.jurisdiction()),
  pairs as (
    select mine.kind, mine.label, mine.row_id, mine.at, there.case_id, there.label as other_label, there.at as other_at,
           case when mine.value = there.value then 0
                when mine.kind = 'photo' and bit_count(mine.hash # there.hash) <= p_distance + 22 then
                  (select min(d)::int from (select bit_count(mine.hash # part) as d from unnest(there.parts) part union all select bit_count(there.hash # part) from unnest(mine.parts) part) near) end as distance
      from marks mine join here on here.case_id = mine.case_id join marks there on there.kind = mine.kind and (there.value = mine.value or mine.kind = 'photo')
     where there.case_id <> mine.case_id or there.at > mine.at)
  select p.kind, p.label, p.row_id, case when a.orgs && sec.orgs() then p.case_id end, case when a.orgs && sec.orgs() then a.number end, case when a.orgs && sec.orgs() then a.name end,
         a.year, case when a.orgs && sec.orgs() then p.other_label end, a.base_id = here.base_id, p.distance
    from pairs p join public.assessment a on a.jurisdiction = sec.jurisdiction() and a.case_id = p.case_id cross join here
   where p.distance <= p_distance and not (p.kind = 'device' and a.base_id = here.base_id)
   order by p.kind, p.label, a.year, a.number, p.other_label $$;

/* Photographs of this case's last version that were not compared, and why; null: not looked at yet. */
create function sec.assessment_photos_unseen(p_case text) returns table (label text, because text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.label, p.because from public.assessment a
    join public.assessment_mark m on m.jurisdiction = a.jurisdiction and m.case_id = a.case_id and m.kind = 'photo' and m.no = (select max(l.no) from public.assessment_mark l where l.jurisdiction = a.jurisdiction and l.case_id = a.case_id)
    left join public.photo_hash p on p.jurisdiction = m.jurisdiction and p.sha256 = m.value
   where a.jurisdiction = sec.jurisdiction() and a.case_id = p_case and a.orgs && sec.orgs() and sec.reach() in ('city', 'authorities') and p.hash is null
   order by m.at $$;
revoke all on function sec.assessment_photos_unseen(text) from public;
grant execute on function sec.assessment_photos_unseen(text) to zs_app;
