import calls from "../../../messages/calls_zh_Hans.properties";
import phaseTwo from "../../../messages/calls-phase-two_zh_Hans.properties";
import escalations from "../../../messages/escalations_zh_Hans.properties";

export default { ...calls, ...phaseTwo, ...escalations };
