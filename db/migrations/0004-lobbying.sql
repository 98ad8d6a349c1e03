-- 请托登记: experts and officers report lobbying; the supervisor alone reads the reports, the reporter only the own ones.
create table lobbying_report (
  jurisdiction text not null references jurisdiction, id text not null, on_day date not null, about text, by_whom text not null, said text not null,
  reported_by text not null, reported_by_name text not null, at timestamptz not null,
  primary key (jurisdiction, id)
);
create function sec.supervises() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.assignment a where a.jurisdiction = sec.jurisdiction() and a.person = sec.person() and a.role = 'city.supervisor'
    and a.valid_from <= current_date and (a.valid_to is null or a.valid_to >= current_date)) $$;
alter table lobbying_report enable row level security;
alter table lobbying_report force row level security;
create policy owner_all on lobbying_report to current_user using (true) with check (true);
create policy jobs_all on lobbying_report to zs_jobs using (true) with check (true);
create policy supervisor on lobbying_report for select to zs_app using (jurisdiction = (select sec.jurisdiction()) and ((select sec.supervises()) or reported_by = (select sec.person())));
create policy report on lobbying_report for insert to zs_app with check (jurisdiction = (select sec.jurisdiction()) and reported_by = (select sec.person()));
grant select, insert on lobbying_report to zs_app, zs_jobs;
grant execute on function sec.supervises() to zs_app, zs_jobs;
