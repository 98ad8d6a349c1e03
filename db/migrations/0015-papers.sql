-- Papers: what an entry produced, frozen as plain facts under a fingerprint that stands in the entry itself. The PDF is printed
-- from the facts; once printed, its own fingerprint is kept, and its bytes lie with the files.

create table paper (
  jurisdiction text not null, case_id text not null, id text not null, no int not null, kind text not null, words jsonb not null, title text not null, number text,
  -- for whom; the paper may tell more people than its entry, and less
  seen text not null check (seen in ('parties', 'authorities', 'city')),
  facts jsonb not null, sha256 text not null, code text not null, at timestamptz not null,
  primary key (jurisdiction, case_id, id), foreign key (jurisdiction, case_id, no) references case_entry (jurisdiction, case_id, no)
);
create index paper_code on paper (jurisdiction, code);
create table paper_print (
  jurisdiction text not null, case_id text not null, id text not null, sha256 text not null, size int not null, at timestamptz not null,
  primary key (jurisdiction, case_id, id), foreign key (jurisdiction, case_id, id) references paper (jurisdiction, case_id, id)
);

do $$
declare t text;
begin
  foreach t in array array['paper', 'paper_print'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy jobs_all on %I to zs_jobs using (true) with check (true)', t);
  end loop;
end $$;

-- A paper is one its entry knows, word for word.
create function sec.entry_knows_paper(p_jurisdiction text, p_case text, p_no int, p_id text, p_kind text, p_title text, p_number text, p_seen text, p_sha256 text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.case_entry e where e.jurisdiction = p_jurisdiction and e.case_id = p_case and e.no = p_no
    and e.body->'papers' @> jsonb_build_array(jsonb_build_object('id', p_id, 'kind', p_kind, 'title', p_title, 'number', p_number, 'seen', p_seen, 'sha256', p_sha256))) $$;
revoke all on function sec.entry_knows_paper(text, text, int, text, text, text, text, text, text) from public;
grant execute on function sec.entry_knows_paper(text, text, int, text, text, text, text, text, text) to zs_app;

create policy readers on paper for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = paper.jurisdiction and h.id = paper.case_id)
  and (seen = 'parties' or (select sec.reach()) = 'city' or (seen = 'authorities' and (select sec.reach()) = 'authorities')));
create policy with_entry on paper for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and sec.entry_knows_paper(jurisdiction, case_id, no, id, kind, title, number, seen, sha256));
create policy readers on paper_print for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from paper p where p.jurisdiction = paper_print.jurisdiction and p.case_id = paper_print.case_id and p.id = paper_print.id));

grant select, insert on paper to zs_app, zs_jobs;
grant select on paper_print to zs_app;
grant select, insert on paper_print to zs_jobs;
