-- What a base takes over from its application, and who else a case waits for.

-- Whoever else a case waits for beside the one whose turn it is: [{role, orgs, asks, due}].
alter table case_list add column also jsonb not null default '[]';

-- A file of the base that came with the application: the bytes lie once, the record is the base's own.
alter table file add column carried_from text;
create unique index file_carried_once on file (jurisdiction, case_id, carried_from) where carried_from is not null;

-- Files of a recognised application become files of the base it opened, before the base has an entry. Whoever recognises may not
-- write in the host's name; this writes nothing but what the host handed in. p_ids: [{from, to}].
create function sec.carry_files(p_jurisdiction text, p_recognition text, p_base text, p_ids jsonb) returns setof text
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into public.file (jurisdiction, id, case_id, name, size, type, sha256, by_person, by_org, by_name, at, seen, carried_from)
  select f.jurisdiction, one->>'to', p_base, f.name, f.size, f.type, f.sha256, f.by_person, f.by_org, f.by_name, f.at, f.seen, f.id
    from jsonb_array_elements(p_ids) one
    join public.file f on f.jurisdiction = p_jurisdiction and f.case_id = p_recognition and f.id = one->>'from' and f.removed_at is null and f.seen = 'parties'
    join public.case_head r on r.jurisdiction = p_jurisdiction and r.id = p_recognition and r.procedure = 'recognition'
    join public.case_head b on b.jurisdiction = p_jurisdiction and b.id = p_base and b.procedure = 'base' and b.version = 0
   where (session_user <> 'zs_app' or p_jurisdiction = sec.jurisdiction() and sec.reach() = 'city')
     and exists (select 1 from public.case_entry e where e.jurisdiction = p_jurisdiction and e.case_id = p_recognition and e.did = 'recognise')
  on conflict do nothing
  returning carried_from $$;
revoke all on function sec.carry_files(text, text, text, jsonb) from public;
grant execute on function sec.carry_files(text, text, text, jsonb) to zs_app, zs_jobs;
