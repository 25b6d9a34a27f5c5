/**
 * What a patient walks through from the sign-in page into the call: each leg is packed as one file. Cut by what which page needs they
 * were ninety, and a fifth heavier: each small file is packed without knowing what the others say. Here stand the modules that these pages
 * use; one that is missing is only a file of its own. What is named here and stands on another page brings its leg along there.
 */
const journeys: Record<string, Record<string, string>> = {
  /** Signing in, and the first page. */
  home: {
    'shared/src/calls': 'call.contract.ts',
    'shared/src/chart':
      'break-glass.contract.ts chart-entry.ts chart.contract.ts entry.contract.ts timeline.contract.ts uploads.contract.ts',
    'shared/src/chat': 'chat.contract.ts',
    'shared/src/core': 'state-machine.ts',
    'shared/src/directory': 'directory.contract.ts',
    'shared/src/intake': 'intake.contract.ts',
    'shared/src/intake/answers': 'answer-text.ts answers.ts steps.ts',
    'shared/src/intake/forms': 'form.ts',
    'shared/src/notifications': 'notifications.contract.ts',
    'shared/src/prescribing': 'prescribing.contract.ts repeat-request.ts repeat-requests.contract.ts',
    'shared/src/scheduling': 'appointments.contract.ts',
    'shared/src/visits': 'visit.ts visits.contract.ts',
    'web/src/app/layouts': 'connection-banner.vue patient-navigation.ts patient.layout.vue person-menu.vue',
    'web/src/core/realtime': 'use-connection.ts',
    'web/src/core/table': 'use-pages.ts',
    'web/src/core/rtc/media': 'media-permission.ts',
    'web/src/core/rtc/quality': 'test-tone.ts',
    'web/src/features/accounts/components': 'acting-sign.vue',
    'web/src/features/accounts/identity/components': 'identity-notice.vue',
    'web/src/features/accounts/passkeys': 'passkey-sign-in.vue',
    'web/src/features/accounts/sign-in': 'demo-accounts.vue password-input.vue sent-code.ts sign-in.view.vue',
    'web/src/features/calls/devices': 'device-choice.ts',
    'web/src/features/calls/session': 'actions.ts',
    'web/src/features/chart': 'queries.ts',
    'web/src/features/directory/portraits': 'doctor-picture.vue',
    'web/src/features/intake': 'form-store.ts queries.ts',
    'web/src/features/intake/components': 'picture-thumb.vue progress-line.vue',
    'web/src/features/notifications': 'inbox-bell.vue',
    'web/src/features/prescribing/components': 'prescription-status-badge.vue',
    'web/src/features/prescribing/patient': 'prescription-row.vue queries.ts',
    'web/src/features/scheduling': 'queries.ts',
    'web/src/features/scheduling/booking': 'arrival.ts',
    'web/src/features/scheduling/booking/components': 'appointment-row.vue coming-appointments.vue',
    'web/src/features/visits': 'queries.ts',
    'web/src/features/visits/care': 'care-page.vue care-path.vue visit-stage.ts',
    'web/src/features/visits/components': 'visit-status-badge.vue',
    'web/src/features/visits/home': 'home.view.vue open-visit-card.vue queries.ts start-card.vue visit-row.vue',
    'web/src/ui/forms': 'confirm-dialog.vue field-errors.ts refusal-alert.vue required-fields.ts use-action.ts',
    'web/src/ui/kit': 'avatar.vue link.vue radio-group.vue',
    'web/src/ui/lists': 'native-select.vue row-list.vue',
    'web/src/ui/page': 'back-link.vue page-header.vue page-heading.vue use-seconds.ts water-ripple.vue',
    'web/src/ui/people': 'name-order.ts person-name.vue',
  },
  /** Choosing whom to see, saying why. */
  choose: {
    'shared/src/intake/danger-signs': 'red-flag-rules.ts red-flags.ts',
    'shared/src/scheduling': 'follow-up.ts',
    'web/src/core': 'pinyin-match.ts',
    'web/src/features/intake/danger-signs': 'emergency-contacts.ts red-flag-stop.vue red-flags.ts',
    'web/src/features/intake/symptoms': 'find-symptoms.ts symptoms.ts',
    'web/src/features/visits/ratings/components': 'star-mean.vue',
    'web/src/features/visits/request':
      'actions.ts choose-department.view.vue choose-doctor.view.vue doctor-filters.vue doctor-option.vue queries.ts say-complaint.view.vue search-input.vue',
  },
  /** What is asked before a visit, and the check of devices and line. */
  prepare: {
    'shared/src/intake/answers': 'answer-faults.ts',
    'shared/src/intake/forms': 'offered-forms.ts questions.ts',
    'web/src/core': 'smaller-picture.ts',
    'web/src/core/api': 'tab-upload.ts upload.ts',
    'web/src/core/autosave': 'autosave-state.ts autosave.ts stored-draft.ts use-autosave.ts use-stored-draft.ts',
    'web/src/core/autosave/drafts': 'draft-database.ts index.ts sealed-drafts.ts',
    'web/src/core/rtc/media':
      'browser-kind.ts device-loader.ts level-meter.ts local-media.ts media-constraints.ts media-trouble.ts',
    'web/src/core/rtc/quality': 'call-statistics.ts network-check.ts network-verdict.ts trial-media.ts',
    'web/src/core/rtc/session': 'call-failure.ts emitter.ts signaling.ts socket-link.ts',
    'web/src/features/calls/devices':
      'device-check.vue device-select.vue level-bar.vue network-check.vue use-level.ts use-local-media.ts use-network-check.ts',
    'web/src/features/calls/pictures': 'self-picture.vue',
    'web/src/features/intake':
      'actions.ts join-drafts.ts local-day.ts stated-medicine.ts use-intake-draft.ts use-picture-uploads.ts',
    'web/src/features/intake/components':
      'picture-field.vue question-field.vue questions-step.vue saved-note.vue scale-field.vue several-list.vue topic-step.vue',
    'web/src/features/intake/steps':
      'allergies-step.vue asked-step.vue duration-step.vue medicines-step.vue prior-step.vue record-list.vue step-rules.ts use-intake-walk.ts use-question-screens.ts',
    'web/src/features/intake/symptoms': 'choose-form.ts',
    'web/src/features/visits/check-in':
      'actions.ts consent-step.vue device-step.vue prepare-steps.vue prepare-visit.view.vue queries.ts step-buttons.vue step-frame.vue',
    'web/src/ui/kit': 'checkbox.vue',
    'web/src/ui/lists': 'choice-list.vue',
  },
  /** The waiting room. */
  wait: {
    'shared/src/notifications': 'push.contract.ts',
    'shared/src/visits': 'waiting-room.contract.ts waiting-room.ts',
    'web/src/core/realtime': 'use-record-changes.ts',
    'web/src/features/calls/session': 'use-prepared-call.ts',
    'web/src/features/notifications/push':
      'browser-push.ts index.ts keep-at-hand.vue refused-for-good.ts use-push-devices.ts',
    'web/src/features/visits/waiting':
      'actions.ts doctor-state.vue preview-panel.vue queue-place.vue step-away.vue turn-signal.ts use-return.ts use-turn-signal.ts waiting-room.view.vue',
  },
  /** The call, which the waiting room fetches ahead. */
  call: {
    'shared/src/calls': 'conduct.contract.ts keys.contract.ts quality.constants.ts',
    'web/src/core/bench': 'bench.store.ts',
    'web/src/core/rtc/background': 'background-blur.ts blur-messages.ts',
    'web/src/core/rtc/encryption':
      'attach-transform.ts call-encryption.ts encryption-state.ts media-encryption.ts presence.ts tamper-watch.ts worker-channel.ts worker-messages.ts',
    'web/src/core/rtc/media':
      'dark-track.ts dtls-identity.ts first-picture.ts media-sample.ts media-silence.ts media-watch.ts own-sources.ts publisher.ts receiver.ts screen-capture.ts sending-plan.ts speech-buffer.ts',
    'web/src/core/rtc/quality':
      'call-reports.ts line-guard.ts line-policy.ts line-trust.ts mean-opinion.ts network-watch.ts quality-monitor.ts quality-reports.ts quality.ts steady-verdict.ts',
    'web/src/core/rtc/session':
      'call-client.ts call-flow.ts call-recovery.ts rtc-session.ts call-state.ts call-status.ts reconnect-policy.ts recovery-ladder.ts recovery-log.ts roster.ts session-media.ts warm-socket.ts',
    'web/src/features/calls/banners': 'call-banners.vue stage-banner.vue stage-notices.vue',
    'web/src/features/calls/controls':
      'call-bar.vue call-button.vue call-more.vue more-action.vue more-panel.vue use-call-shortcuts.ts use-pop-out.ts use-screen-share.ts',
    'web/src/features/calls/devices': 'device-panel.vue kept-off.ts use-blur.ts use-device-notices.ts',
    'web/src/features/calls/encryption': 'actions.ts call-secrecy.ts secrecy-sign.vue',
    'web/src/features/calls/guests':
      'actions.ts conduct-more.vue guest-key.ts guest-names.ts invitation-link.vue invitation-question.vue invite-form.vue people-dialog.vue queries.ts',
    'web/src/features/calls/pictures':
      'corner-preview.vue muted-sign.vue people-strip.vue person-tile.vue remote-picture.vue screen-view.vue use-corner.ts use-held-picture.ts use-last-frame.ts use-remote-sound.ts use-speaking.ts',
    'web/src/features/calls/quality': 'line-details.vue line-sign.vue quality-labels.ts use-lost-for.ts use-quality.ts',
    'web/src/features/calls/session':
      'call.store.ts open-call.ts prepared-calls.ts use-call-controls.ts use-call-labels.ts use-call-state.ts use-call.ts use-people.ts use-publishing.ts',
    'web/src/features/calls/stage':
      'call-sheet.vue call-stage.vue call-view-model.ts other-side.vue call-interruption.vue stage-devices.vue stage-header.vue use-main-picture.ts use-stage-announcements.ts use-stage-face.ts use-stage-names.ts use-stage.ts',
    'web/src/features/chat': 'actions.ts queries.ts',
    'web/src/features/chat/components':
      'bubble-frame.vue chat-composer.vue chat-panel.vue chosen-files.vue document-row.vue message-bubble.vue message-list.vue outgoing-bubble.vue picture-thumb.vue',
    'web/src/features/chat/files': 'actions.ts attachment-files.ts chosen-file.ts use-chosen-files.ts use-file-size.ts',
    'web/src/features/chat/outbox': 'index.ts outbox.ts outboxes.ts retry-policy.ts sealed-items.ts',
    'web/src/features/chat/thread': 'chat-thread.ts message-days.ts use-thread.ts use-unread.ts',
    'web/src/features/prescribing': 'index.ts',
    'web/src/features/visits/care': 'call-prescription-notice.vue patient-call.view.vue',
    'web/src/ui': 'file-view.ts',
  },
};

/** The legs in the order in which they are walked. */
export const journeyNames: readonly string[] = Object.keys(journeys);

/** The modules of a leg, from the repository’s root. */
export function filesOf(journey: string): string[] {
  return Object.entries(journeys[journey] ?? {}).flatMap(([folder, files]) =>
    files.split(' ').map((file) => `${folder}/${file}`),
  );
}

/** The leg that a module belongs to, or null. */
export function journeyOf(id: string): string | null {
  const [path = ''] = id.split('?');
  for (const [name, folders] of Object.entries(journeys)) {
    for (const [folder, files] of Object.entries(folders)) {
      const at = path.lastIndexOf(`/${folder}/`);
      if (at >= 0 && files.split(' ').includes(path.slice(at + folder.length + 2))) return name;
    }
  }
  return null;
}
