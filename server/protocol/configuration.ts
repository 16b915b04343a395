import type { NoParams, RequestType } from './messageTypes';
import type { ProtocolPosition } from './positions';

/** Asks what there is to choose in a new configuration. */
export const configurationChoicesRequest: RequestType<NoParams, ConfigurationChoices> = {
  method: 'seaworthy/configurationChoices',
  ifMissing: {},
};

export interface ConfigurationChoices {
  readonly profiles: readonly NamedChoice[];
  /** The profile of those who choose none. */
  readonly defaultProfile: string;
  /** The Kubernetes versions, newest first. */
  readonly versions: readonly string[];
}

/** A word to choose, with what it means. */
export interface NamedChoice {
  readonly word: string;
  readonly meaning: string;
}

/** Asks for the text of a new configuration file. */
export const newConfigurationRequest: RequestType<NewConfigurationParams, string> = {
  method: 'seaworthy/newConfiguration',
};

export interface NewConfigurationParams {
  readonly profile: string;
  /** The newest known version counts where it is missing. */
  readonly kubernetesVersion?: string;
}

/** The client's command that changes a rule's severity; its argument is a `RuleSettingParams`, or a `RulesParams`. */
export const setRuleCommand = 'seaworthy.setRule';

/** Asks how to set a rule for a document. */
export const ruleSettingRequest: RequestType<RuleSettingParams, RuleSettingAnswer> = {
  method: 'seaworthy/ruleSetting',
};

export interface RuleSettingParams {
  /** The document in which the rule has found something. */
  readonly uri: string;
  readonly rule: string;
  /** `off` or a severity; without it the answer tells what there is to choose. */
  readonly setting?: string;
}

/** Rules that have found something, of which one is to be picked. */
export interface RulesParams {
  readonly uri: string;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** How a rule is set. */
export type RuleSettingAnswer =
  | {
      readonly outcome: 'choices';
      readonly settings: readonly (NamedChoice & { readonly isCurrent: boolean })[];
      /** The address of the configuration file that will say it; undefined where the settings do. */
      readonly configuration?: string;
    }
  /** Change this configuration file. */
  | {
      readonly outcome: 'edits';
      readonly uri: string;
      readonly edits: readonly {
        readonly start: ProtocolPosition;
        readonly end: ProtocolPosition;
        readonly newText: string;
      }[];
    }
  /** No file governs the document: change the setting `seaworthy.rules`. */
  | { readonly outcome: 'settings' }
  /** The configuration file has to be opened and changed by hand; the message says why. */
  | { readonly outcome: 'by hand'; readonly uri: string; readonly message: string };
