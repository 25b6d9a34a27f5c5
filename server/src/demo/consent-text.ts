import type { Locale } from '@yunzhen/shared/core/locale';

export const consentVersion = '2026-09';
export const consentValidFrom = '2026-09-01T00:00:00Z';

/** What the draft adds to the next version. */
export const nextConsentSentence = {
  en: 'While you wait you may step away from the page for some minutes: the waiting room keeps your place and tells you until when.',
  zh: '候诊期间您可以暂时离开页面几分钟，系统会为您保留位置，并告知保留至何时。',
};

/** The text that a patient consents to before a remote visit. Any change is a new version. */
export const consentTexts: Partial<Record<Locale, { title: string; paragraphs: string[] }>> = {
  en: {
    title: 'Consent to a remote visit',
    paragraphs: [
      'You are about to speak with a licensed doctor of this hospital by video. The doctor can see and hear you but can’t examine you by touch or take samples. A remote visit can therefore miss what an examination in person would find.',
      'This service is for follow-up of known conditions, everyday complaints and advice. It is not for emergencies. With chest pain, trouble breathing, sudden weakness, heavy bleeding or thoughts of harming yourself, call the emergency number or go to the nearest emergency department now.',
      'The doctor decides whether remote care is suitable. If it is not, the doctor ends the visit and tells you where to go. The doctor may give advice without a prescription; a prescription takes effect only after a pharmacist of the hospital has reviewed it.',
      'Please answer truthfully and completely: your complaint, earlier diagnoses, allergies and every medicine that you take. Your safety depends on it. Tell the doctor if you are or may be pregnant or if you are breast feeding.',
      'Your details, what you tell us, the doctor’s notes, diagnoses and prescriptions become part of your medical record. Only those who treat you, and you yourself, may read it. Every access is recorded. The record is kept for as long as the law requires.',
      'Video and sound are encrypted in transit. We do not record them, and you agree not to record them. We store only who joined the call, when, and how well the connection worked.',
      'If the connection drops, stay where you are: the call continues as soon as you are both back. If it cannot be restored, the doctor completes or refers the visit, and you find what was agreed on the page of your visit.',
      'Consent is your free choice. You may leave the waiting room or the visit at any time without giving a reason; what was recorded until then stays in the record. By agreeing you confirm that you are the person named in the account, or that person’s guardian.',
    ],
  },
  'zh-CN': {
    title: '互联网诊疗知情同意书',
    paragraphs: [
      '您即将通过视频与本院执业医师交流。医师能看到您的影像、听到您的声音，但无法进行触诊等体格检查，也无法采集标本。因此，远程诊疗可能发现不了线下检查才能发现的问题。',
      '本服务适用于已明确诊断疾病的复诊、常见不适及健康咨询，不适用于急症。如出现胸痛、呼吸困难、突发肢体无力、大量出血，或有伤害自己的想法，请立即拨打急救电话或前往最近的急诊科。',
      '是否适合远程诊疗由医师判断。如不适合，医师将终止本次诊疗并告知您线下就诊去处。医师可能只提供建议而不开具处方；处方须经本院药师审核通过后方可生效。',
      '请如实、完整地说明病情、既往诊断、过敏史和正在使用的全部药物，这关系到您的用药安全。如已怀孕、可能怀孕或正在哺乳，请务必告知医师。',
      '您的个人资料、陈述内容以及医师的病历、诊断和处方将成为病历的一部分，仅为您提供诊疗的人员和您本人可以查阅。每一次查阅都会留下可追溯的记录。病历按法律规定的期限保存。',
      '音视频在传输中全程加密，本院不录音录像，也请您不要录制。系统仅保存何人何时加入通话以及连接质量。',
      '如通话中断，请在原页面等候，双方重新连接后诊疗继续。如无法恢复，医师将结束或转介本次诊疗，您可在就诊页面查看结果。',
      '同意与否由您自愿决定。您可随时离开候诊室或终止诊疗，无需说明理由；此前已形成的记录将予以保留。点击同意即表示您确认自己是账号所登记的本人或其监护人。',
    ],
  },
};
