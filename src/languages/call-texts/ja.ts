import calls from "../../../messages/calls_ja.properties";
import phaseTwo from "../../../messages/calls-phase-two_ja.properties";
import escalations from "../../../messages/escalations_ja.properties";

export default { ...calls, ...phaseTwo, ...escalations };
