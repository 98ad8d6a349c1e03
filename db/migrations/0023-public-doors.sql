-- Doors everybody may knock at count in the database, under a keyed print of the address. A print is kept for the hour it counts in
-- and not longer: the system clears the hours that are over, and a knock writes its own row and no other.
create index knock_hour on sec.knock (hour);

-- Counts one knock; false when there were too many within the hour.
create or replace function sec.knocked(p_jurisdiction text, p_act text, p_address text, p_now timestamptz, p_most int) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare so_far int;
begin
  insert into sec.knock (jurisdiction, act, hour, print, count) values (p_jurisdiction, p_act, date_trunc('hour', p_now), sec.knock_print(p_act, p_address, p_now), 1)
    on conflict (jurisdiction, act, hour, print) do update set count = sec.knock.count + 1 returning count into so_far;
  return so_far <= p_most;
end $$;

create function sec.knock_print(p_act text, p_address text, p_now timestamptz) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select sec.mac(concat_ws(chr(31), 'knock', p_act, p_address, extract(epoch from date_trunc('hour', p_now)))) $$;

-- How many there were, without counting one.
create function sec.knocks(p_jurisdiction text, p_act text, p_address text, p_now timestamptz) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select count from sec.knock where jurisdiction = p_jurisdiction and act = p_act and hour = date_trunc('hour', p_now) and print = sec.knock_print(p_act, p_address, p_now)), 0) $$;

-- Takes one back: what was right is not counted among what was wrong.
create function sec.unknocked(p_jurisdiction text, p_act text, p_address text, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update sec.knock set count = count - 1 where jurisdiction = p_jurisdiction and act = p_act and hour = date_trunc('hour', p_now) and print = sec.knock_print(p_act, p_address, p_now) and count > 0 $$;

create function sec.forget_knocks(p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$ delete from sec.knock where hour < date_trunc('hour', p_now) $$;

revoke all on function sec.knock_print(text, text, timestamptz), sec.knocks(text, text, text, timestamptz), sec.unknocked(text, text, text, timestamptz), sec.forget_knocks(timestamptz) from public;
grant execute on function sec.knocks(text, text, text, timestamptz), sec.unknocked(text, text, text, timestamptz), sec.forget_knocks(timestamptz) to zs_jobs;

-- What is true of a paper now and since when. What follows the base is told by its public row, of which this names the base; of an
-- appointment nothing is told but that it is over. Neither reasons nor persons leave this function.
drop function sec.paper_by_code(text, text);
create function sec.paper_by_code(p_jurisdiction text, p_code text, p_today date)
returns table (kind text, words jsonb, number text, issuer text, issued_on text, sha256 text, pdf_sha256 text, became text, since text, replaced_by text, base text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.kind, p.words, p.number, p.facts->>'issuer', p.facts->>'on', p.sha256, (select r.sha256 from public.paper_print r where r.jurisdiction = p.jurisdiction and r.case_id = p.case_id and r.id = p.id),
         e.became, e.since::text, l.number, b.id
    from public.paper p
    left join public.notice n on n.jurisdiction = p.jurisdiction and n.case_id = p.case_id and p.kind = 'notice'
    left join public.notice l on l.jurisdiction = n.jurisdiction and l.corrects = n.case_id
    left join public.suspension s on s.jurisdiction = p.jurisdiction and s.case_id = p.case_id and p.kind in ('suspensionNotice', 'suspensionConfirmed')
    left join public.base b on b.jurisdiction = p.jurisdiction and b.recognition = p.case_id and p.kind in ('certificate', 'recognition')
    left join lateral (
      select least((t->'ended'->>'on')::date, (t->>'to')::date) as last, g.status in ('revoked', 'left') as gone
        from public.matter m join public.base_file f on f.jurisdiction = m.jurisdiction and f.base_id = m.base_id join public.base g on g.jurisdiction = f.jurisdiction and g.id = f.base_id, jsonb_array_elements(f.body->'terms') t
       where p.kind in ('approval', 'filing') and m.jurisdiction = p.jurisdiction and m.case_id = p.case_id and t->'matter'->>'case' = p.case_id limit 1) t on true
    left join lateral (values (
      case when n.status = 'corrected' then 'corrected' when n.status = 'terminated' then 'terminated'
           when s.status = 'annulled' then 'annulled' when s.status = 'lifted' then 'lifted' when s.status = 'ended' then 'endedWithBase'
           when t.last < p_today or t.gone then 'termOver' end,
      case when n.status = 'corrected' then l.published_on
           when n.status = 'terminated' then (select max((x.body->>'on')::date) from public.case_entry x where x.jurisdiction = n.jurisdiction and x.case_id = n.case_id and x.did = 'terminate')
           when s.status in ('annulled', 'lifted', 'ended') then s.ended_on
           when t.last < p_today or t.gone then t.last end)) e(became, since) on true
   where p.jurisdiction = p_jurisdiction and p.code = p_code order by p.at limit 1 $$;
revoke all on function sec.paper_by_code(text, text, date) from public;
grant execute on function sec.paper_by_code(text, text, date) to zs_app, zs_jobs;

-- The instant at which a notice was published, on the platform's own day: a demonstration moves the day and not the clock.
create or replace function sec.published_at(p_jurisdiction text, p_case text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select ((e.body->>'on')::date + (e.at at time zone 'Asia/Shanghai')::time) at time zone 'Asia/Shanghai'
    from public.case_entry e join public.notice n on n.jurisdiction = e.jurisdiction and n.case_id = e.case_id
   where e.jurisdiction = p_jurisdiction and e.case_id = p_case and e.no = 1 $$;
