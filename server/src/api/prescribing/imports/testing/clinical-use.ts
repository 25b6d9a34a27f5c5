/** Returns a FHIR ClinicalUseDefinition of a serious interaction. */
export function clinicalUse(one: string, other: string) {
  return {
    resourceType: 'ClinicalUseDefinition',
    type: 'interaction',
    identifier: [{ system: 'urn:example', value: '17' }],
    category: [{ coding: [{ code: 'major' }] }],
    interaction: {
      interactant: [one, other].map((text) => ({ itemCodeableConcept: { text } })),
      effect: { concept: { text: '出血。' } },
      management: [{ text: 'Use paracetamol.' }],
    },
  };
}
