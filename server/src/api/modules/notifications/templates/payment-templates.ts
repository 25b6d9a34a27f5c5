import { defineTemplate } from './template.ts';

/** About money. Amounts come as text with their currency. */
export const paymentTemplates = {
  'payment.received': defineTemplate({
    facts: { amount: 'text' },
    inbox: {
      title: { en: 'Payment received', zh: '支付成功' },
      body: { en: 'We received {amount}. Thank you.', zh: '已收到 {amount}，谢谢。' },
    },
    mail: {
      subject: { en: 'Payment to {hospital}', zh: '{hospital}支付凭证' },
      text: { en: 'We received {amount}.\n{link}', zh: '已收到 {amount}。\n{link}' },
    },
    sms: null,
  }),
  'payment.refunded': defineTemplate({
    facts: { amount: 'text' },
    inbox: {
      title: { en: 'Money paid back', zh: '退款成功' },
      body: { en: '{amount} go back the way you paid.', zh: '{amount} 将原路退回。' },
    },
    mail: {
      subject: { en: 'Refund from {hospital}', zh: '{hospital}退款通知' },
      text: { en: '{amount} go back the way you paid.\n{link}', zh: '{amount} 将原路退回。\n{link}' },
    },
    sms: { en: '{hospital}: {amount} go back the way you paid.', zh: '【{hospital}】{amount} 将原路退回。' },
  }),
} as const;
