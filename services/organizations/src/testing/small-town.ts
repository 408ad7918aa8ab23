import { aReference, anArea, anOrganization } from './builders.ts';

const city = anArea({ code: '990100', level: 'CITY', population: 3_260_000 });
const county = anArea({ code: '990102', level: 'COUNTY' }, city);
const otherCounty = anArea({ code: '990103', level: 'COUNTY' }, city);
const township = anArea({ code: '990102001', level: 'TOWNSHIP' }, county);

const cityBureau = anOrganization({ code: '990100-LETT', kind: 'PETITION_BUREAU' });
const countyBureau = anOrganization({ code: '990102-LETT', kind: 'PETITION_BUREAU', superiorId: cityBureau.id });
/** Begins on the tests' day. */
const otherBureau = anOrganization({
  code: '990103-LETT',
  kind: 'PETITION_BUREAU',
  superiorId: cityBureau.id,
  validFrom: '2026-04-30',
});
const office = anOrganization({ code: '990102001-LETT', kind: 'PETITION_OFFICE', superiorId: countyBureau.id });
const department = anOrganization({ code: '990102-HRSS' });
/** Merged into the department before the tests' day. */
const merged = anOrganization({ code: '990102-LABR', validTo: '2025-12-31', successorId: department.id });

/** A city with two counties and a township, five organizations in force and one that is not. */
export const smallTown = {
  city,
  county,
  otherCounty,
  township,
  cityBureau,
  countyBureau,
  otherBureau,
  office,
  department,
  merged,
};

export const smallTownReference = aReference({
  areas: [city, county, otherCounty, township],
  organizations: [cityBureau, countyBureau, otherBureau, office, department, merged],
});
