-- Files: who may read one, and what was handed in stays.

-- For whom a file was put down: 'parties' came from a host, 'authorities' from a county, 'city' from the city.
alter table file add column seen text not null default 'parties' check (seen in ('parties', 'authorities', 'city'));
alter table file add column by_name text;

-- Whether an entry or a snapshot of the case names the file: then it belongs to the record.
create function sec.file_named(p_jurisdiction text, p_case text, p_file text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.case_entry where jurisdiction = p_jurisdiction and case_id = p_case and position(p_file in body::text) > 0)
      or exists (select 1 from public.document where jurisdiction = p_jurisdiction and case_id = p_case and position(p_file in body::text) > 0) $$;
revoke all on function sec.file_named(text, text, text) from public;
grant execute on function sec.file_named(text, text, text) to zs_app, zs_jobs;

create function sec.keep_named_file() returns trigger language plpgsql as $$
begin
  if old.removed_at is null and new.removed_at is not null and sec.file_named(new.jurisdiction, new.case_id, new.id) then
    raise exception 'file % is part of the record', new.id using errcode = '23001';
  end if;
  return new;
end $$;
create trigger keep_named before update on file for each row execute function sec.keep_named_file();

-- The permission of the bytes is the permission of the record. One's own institution's files; those of a draft one may read;
-- what an authority put down, for its own side; and every file that an entry or a snapshot one may read names.
drop policy parties on file;
create policy readers on file for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (
  (exists (select 1 from case_head h where h.jurisdiction = file.jurisdiction and h.id = file.case_id) and (
    by_org = any((select sec.orgs())::text[])
    or seen in ('authorities', 'city') and (select sec.reach()) = 'city'
    or seen = 'authorities' and (select sec.reach()) = 'authorities'
    or exists (select 1 from case_entry e where e.jurisdiction = file.jurisdiction and e.case_id = file.case_id and position(file.id in e.body::text) > 0)))
  or exists (select 1 from draft d where d.jurisdiction = file.jurisdiction and d.case_id = file.case_id and file.by_org = any(d.orgs))
  or exists (select 1 from document d where d.jurisdiction = file.jurisdiction and d.case_id = file.case_id and position(file.id in d.body::text) > 0)));
create policy add on file for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and by_person = (select sec.person())
  and by_org = any((select sec.orgs())::text[]) and exists (select 1 from case_head h where h.jurisdiction = file.jurisdiction and h.id = file.case_id));
create policy own on file for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and by_org = any((select sec.orgs())::text[])
  and exists (select 1 from case_head h where h.jurisdiction = file.jurisdiction and h.id = file.case_id));
