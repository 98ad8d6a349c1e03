-- Annual assessment: where every base stands, its grade as long as it is the city's alone, and marks by which what was counted twice is found.

-- Where each case stands, for its parties: boards and series. Nothing of points or proposals is in it.
create table assessment (
  jurisdiction text not null, case_id text not null, campaign text not null, year int not null, base_id text not null, number text not null, name text not null, county text not null, status text not null, version int not null,
  graded boolean not null, reported_on date, reminders int not null default 0, last_due date, review_by date, reviewed boolean not null default false,
  -- Final words only: what was announced.
  outcome text, grade text, document_no text, orgs text[] not null,
  primary key (jurisdiction, case_id), unique (jurisdiction, base_id, year), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index assessment_campaign on assessment (jurisdiction, campaign, status);

-- Before the announcement these are the city's alone.
create table assessment_grade (
  jurisdiction text not null, case_id text not null, campaign text not null, version int not null, total int, vetoed boolean not null default false, spot_checked boolean not null default false, grade text, decided boolean not null default false,
  primary key (jurisdiction, case_id), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index assessment_grade_campaign on assessment_grade (jurisdiction, campaign);

-- What tells one contract, invoice, device or photograph from another, of every version that was signed.
create table assessment_mark (
  jurisdiction text not null, case_id text not null, no int not null, at int not null, kind text not null, value text not null, label text not null, row_id text not null,
  primary key (jurisdiction, case_id, no, at), foreign key (jurisdiction, case_id) references case_head (jurisdiction, id)
);
create index assessment_mark_value on assessment_mark (jurisdiction, kind, value);

-- The look of a picture in 64 bits, by the fingerprint of its bytes. Reckoned once; nothing of the picture can be got from it.
create table photo_hash (jurisdiction text not null, sha256 text not null, hash bit(64), primary key (jurisdiction, sha256));

do $$
declare t text;
begin
  foreach t in array array['assessment', 'assessment_grade', 'assessment_mark', 'photo_hash'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy jobs_all on %I to zs_jobs using (true) with check (true)', t);
  end loop;
end $$;

create policy parties on assessment for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()));
create policy by_step on assessment for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = assessment.jurisdiction and h.id = assessment.case_id and h.procedure = 'assessment' and h.version = assessment.version and h.orgs = assessment.orgs));
create policy by_step_again on assessment for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and orgs && (select sec.orgs()))
  with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = assessment.jurisdiction and h.id = assessment.case_id and h.procedure = 'assessment' and h.version = assessment.version and h.orgs = assessment.orgs));

create policy city on assessment_grade for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city');
create policy by_step on assessment_grade for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city'
  and exists (select 1 from case_head h where h.jurisdiction = assessment_grade.jurisdiction and h.id = assessment_grade.case_id and h.procedure = 'assessment' and h.version = assessment_grade.version));
create policy by_step_again on assessment_grade for update to zs_app using (jurisdiction = (select sec.jurisdiction()) and (select sec.reach()) = 'city')
  with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = assessment_grade.jurisdiction and h.id = assessment_grade.case_id and h.procedure = 'assessment' and h.version = assessment_grade.version));

create policy parties on assessment_mark for select to zs_app using (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = assessment_mark.jurisdiction and h.id = assessment_mark.case_id));
create policy by_step on assessment_mark for insert to zs_app with check (jurisdiction = (select sec.jurisdiction())
  and exists (select 1 from case_head h where h.jurisdiction = assessment_mark.jurisdiction and h.id = assessment_mark.case_id and h.procedure = 'assessment'));

grant select, insert, update on assessment, assessment_grade to zs_app, zs_jobs;
grant select, insert on assessment_mark to zs_app, zs_jobs;
grant delete on assessment, assessment_grade, assessment_mark to zs_jobs;
grant select, insert on photo_hash to zs_jobs;

/*
 * Where a mark of this case stands a second time: in another year, at another base, or twice in the same report. Told to county and city;
 * of a base that is not theirs a county learns that there is one, not which. A device stands on its own register every year.
 */
create function sec.assessment_twins(p_case text, p_distance int)
returns table (kind text, label text, row_id text, other_case text, other_number text, other_name text, other_year int, other_label text, same_base boolean, distance int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with here as (
    select a.* from public.assessment a where a.jurisdiction = sec.jurisdiction() and a.case_id = p_case and a.orgs && sec.orgs() and sec.reach() in ('city', 'authorities')),
  last as (
    select m.case_id, max(m.no) as no from public.assessment_mark m where m.jurisdiction = sec.jurisdiction() group by m.case_id),
  marks as (
    select m.*, p.hash from public.assessment_mark m join last l on l.case_id = m.case_id and l.no = m.no
      left join public.photo_hash p on m.kind = 'photo' and p.jurisdiction = m.jurisdiction and p.sha256 = m.value
     where m.jurisdiction = sec.jurisdiction()),
  pairs as (
    select mine.kind, mine.label, mine.row_id, mine.at, there.case_id, there.label as other_label, there.at as other_at,
           case when mine.kind = 'photo' and mine.value <> there.value then bit_count(mine.hash # there.hash)::int else 0 end as distance
      from marks mine join here on here.case_id = mine.case_id
      join marks there on there.kind = mine.kind and (there.value = mine.value or (mine.kind = 'photo' and bit_count(mine.hash # there.hash) <= p_distance))
     where there.case_id <> mine.case_id or there.at > mine.at)
  select p.kind, p.label, p.row_id, case when a.orgs && sec.orgs() then p.case_id end, case when a.orgs && sec.orgs() then a.number end, case when a.orgs && sec.orgs() then a.name end,
         a.year, case when a.orgs && sec.orgs() then p.other_label end, a.base_id = here.base_id, p.distance
    from pairs p join public.assessment a on a.jurisdiction = sec.jurisdiction() and a.case_id = p.case_id cross join here
   where not (p.kind = 'device' and a.base_id = here.base_id)
   order by p.kind, p.label, a.year, a.number, p.other_label $$;
revoke all on function sec.assessment_twins(text, int) from public;
grant execute on function sec.assessment_twins(text, int) to zs_app;
