using Dispatch.Domain.Ids;
using Orleans;

// Domain carries the attributes only; its serializers are generated here, where the wire is known.
[assembly: GenerateCodeForDeclaringAssembly(typeof(VisitId))]
