/** The operations that are measured, by the names that the results use. */
export const documents = {
  /** 20 cases with parents and children: organization and its superior, handler, the last three events. */
  list: `query Cases($filter: CaseFilter) {
  cases(first: 20, filter: $filter) {
    edges {
      node {
        id
        caseNo
        title
        status
        registeredAt
        responsibleOrganization { name superior { name } }
        handler { displayName }
        timeline(first: 3) { edges { node { type at } } }
      }
    }
    pageInfo { hasNextPage }
  }
}`,
  /** 局长总览 over all four subgraphs. */
  overview: `query DirectorOverview($area: ID! = "990100") {
  area(code: $area) { name organizations(first: 10, kind: PETITION_BUREAU) { edges { node {
    name caseload { open overdue } careSummary { open } innovationProjects(first: 3) { edges { node { title stage } } } } } } }
  campaigns(first: 7) { edges { node { code officialName caseload { open overdue }
    taskForces { code lead { displayName } caseload { open } }
    innovationProjects(first: 3) { edges { node { code stage } } } } } }
}`,
  /** One case of two other subgraphs' parents. */
  entity: `query Case($id: ID!) {
  case(id: $id) {
    caseNo
    title
    status
    responsibleOrganization { name }
    handler { displayName }
  }
}`,
  /** 提出困难需求: one transaction, sealed text included. */
  mutation: `mutation FileCareRequest($input: FileCareRequestInput!) {
  fileCareRequest(input: $input) {
    careRequest { kind state text requester { displayName organization { name } } }
    errors { code }
  }
}`,
} as const;

export type OperationName = keyof typeof documents;

export const operationNames = Object.keys(documents) as readonly OperationName[];
