-- Whether a paper is genuine, for whoever has it before them: asked by the code printed on it, answered without what it says or about whom.
create function sec.paper_by_code(p_jurisdiction text, p_code text) returns table (kind text, words jsonb, number text, issuer text, issued_on text, sha256 text, pdf_sha256 text, state text, replaced_by text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.kind, p.words, p.number, p.facts->>'issuer', p.facts->>'on', p.sha256, (select r.sha256 from public.paper_print r where r.jurisdiction = p.jurisdiction and r.case_id = p.case_id and r.id = p.id),
         case when n.status = 'corrected' then 'replaced' when n.status = 'terminated' then 'void'
              when p.kind in ('certificate', 'recognition') then (select case b.status when 'revoked' then 'void' when 'left' then 'void' when 'suspended' then 'suspended' else 'valid' end from public.base b where b.jurisdiction = p.jurisdiction and b.recognition = p.case_id)
              else 'valid' end,
         (select l.number from public.notice l where l.jurisdiction = p.jurisdiction and l.corrects = n.case_id)
    from public.paper p left join public.notice n on n.jurisdiction = p.jurisdiction and n.case_id = p.case_id and p.kind = 'notice'
   where p.jurisdiction = p_jurisdiction and p.code = p_code order by p.at limit 1 $$;

-- The code printed on the certificate of this number, to compare with the one typed; the code itself is told to nobody.
create function sec.certificate_code_is(p_jurisdiction text, p_number text, p_code text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.paper p where p.jurisdiction = p_jurisdiction and p.kind = 'certificate' and p.number = p_number and p.code = p_code) $$;

revoke all on function sec.paper_by_code(text, text), sec.certificate_code_is(text, text, text) from public;
grant execute on function sec.paper_by_code(text, text), sec.certificate_code_is(text, text, text) to zs_app, zs_jobs;
