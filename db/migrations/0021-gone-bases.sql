-- People of a base that is gone: whoever was appointed in it is so until that day. Nobody's own right: the base has to be gone.
create function sec.end_people_of_base(p_jurisdiction text, p_base text, p_on date) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  -- What was to begin later ends before it does: it never holds, and stays to be read.
  update public.assignment a set valid_to = p_on
   where a.jurisdiction = p_jurisdiction and a.org = 'base.' || p_base and (a.valid_to is null or a.valid_to > p_on)
     and exists (select 1 from public.base b where b.jurisdiction = p_jurisdiction and b.id = p_base and b.status in ('revoked', 'left')) $$;
revoke all on function sec.end_people_of_base(text, text, date) from public;
grant execute on function sec.end_people_of_base(text, text, date) to zs_app, zs_jobs;
