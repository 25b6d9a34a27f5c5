/** Source for the departments of a symptom. */
export interface SymptomSource {
  /** The page that names the specialty. */
  readonly source: string;
  /** False where the department is our reading, because the page first refers patients to a general practitioner. */
  readonly certain: boolean;
}

/** By the English name of the symptom. */
export const symptomSources: Readonly<Record<string, SymptomSource>> = {
  Cough: { source: 'NHS: Cough', certain: true },
  'Cold, sore throat': { source: 'NHS: Common cold', certain: true },
  Fever: { source: 'NHS: High temperature in adults', certain: true },
  'High blood pressure': { source: 'NHS: High blood pressure', certain: false },
  'Chest pain': { source: 'NHS: Chest pain', certain: false },
  Palpitations: { source: 'NHS: Heart palpitations', certain: false },
  Diabetes: { source: 'NHS: Type 2 diabetes', certain: false },
  Thyroid: { source: 'NHS: Underactive thyroid', certain: false },
  'Rash, itching': { source: 'NHS: Skin rashes', certain: false },
  Acne: { source: 'NHS: Acne', certain: false },
  'Stomach ache, heartburn': { source: 'NHS: Stomach ache', certain: false },
  'Diarrhoea, vomiting': { source: 'NHS: Diarrhoea and vomiting', certain: false },
  'Headache, migraine': { source: 'NHS: Headaches', certain: false },
  Dizziness: { source: 'NHS: Dizziness', certain: false },
  'Low mood, anxiety': { source: 'NHS: Low mood, sadness and depression', certain: false },
  'Trouble sleeping': { source: 'NHS: Insomnia', certain: false },
  'Back pain': { source: 'NHS: Back pain', certain: false },
  'Joint pain': { source: 'NHS: Joint pain', certain: false },
  'Burning when urinating': { source: 'NHS: Urinary tract infections', certain: false },
  Contraception: { source: 'NHS: Contraception', certain: false },
  'Period problems': { source: 'NHS: Period problems', certain: false },
  'Ill child': { source: 'NHS: Is your baby or toddler seriously ill?', certain: false },
  Asthma: { source: 'NHS: Asthma', certain: false },
  'Red or itchy eyes': { source: 'NHS: Conjunctivitis', certain: false },
  Earache: { source: 'NHS: Earache', certain: false },
};
