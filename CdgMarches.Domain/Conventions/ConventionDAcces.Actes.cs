using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Documents.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>La correction de ses actes datés, sans défaire ce qui s'est fait sous elle (RG6.18).</content>
public sealed partial class ConventionDAcces
{
    /// <summary>Ce qu'une convention conclue oppose à la correction de ses actes : un motif, et tout ce qui s'est fait sous elle.</summary>
    private Verdict PeutCorriger(ActesDAcces actes, DateOnly aujourdhui, IReadOnlyList<FaitSousLaConvention> faits) =>
        Verdict.De(
            Tenu("deliberee-le", "La délibération", Actes.DelibereeLe, actes.DelibereeLe, faits),
            Tenu(
                "signee-collectivite-le",
                "La signature de la collectivité",
                Actes.SigneeParLaCollectiviteLe,
                actes.SigneeParLaCollectiviteLe,
                faits
            ),
            Tenu("signee-cdg-le", "La signature du CDG", Actes.SigneeParLeCdgLe, actes.SigneeParLeCdgLe, faits),
            Tenu("effet", "La date d'effet", Actes.Effet, actes.Effet, faits),
            new EffetAvantCeQuiEstFait(actes.Effet, PremierJour, faits.MinBy(f => f.Jour)),
            new SignatureAvantLAvenant(
                "signee-collectivite-le",
                "La signature de la collectivité",
                actes.SigneeParLaCollectiviteLe,
                actes.SigneeParLaCollectiviteLe == Actes.SigneeParLaCollectiviteLe ? null : PremierAvenant
            ),
            new SignatureAvantLAvenant(
                "signee-cdg-le",
                "La signature du CDG",
                actes.SigneeParLeCdgLe,
                actes.SigneeParLeCdgLe == Actes.SigneeParLeCdgLe ? null : PremierAvenant
            ),
            new CorrectionDActesMotivee(PremierJour, aujourdhui, ComparaisonDActes.Comparer(Actes, actes).Count > 0)
        );

    private ActeTenuParCeQuiEstFait Tenu(
        string champ,
        string designation,
        DateOnly? connu,
        DateOnly? saisi,
        IReadOnlyList<FaitSousLaConvention> faits
    ) => new(champ, designation, PremierJour is not null && connu is not null && saisi is null, faits);

    private FaitSousLaConvention? PremierAvenant => FaitsDAvenant.MinBy(f => f.Jour);

    private IEnumerable<FaitSousLaConvention> FaitsDAvenant =>
        from a in _avenants
        let signature = a.PremiereSignature
        where signature is not null
        select new FaitSousLaConvention($"l'avenant n° {a.Numero.ToString(Francais.Culture)}", signature.Value);

    /// <summary>Ce que la convention sait elle-même de ce qui s'est fait sous elle ; le reste (comptes, appels) lui est donné.</summary>
    private IEnumerable<FaitSousLaConvention> FaitsPropres =>
        [
            .. FaitsDAvenant,
            .. _misesEnDemeure.Select(m => new FaitSousLaConvention($"la mise en demeure du titre {m.Titre}", m.Lettre.EnvoyeLe)),
            .. _denonciations.Select(d => new FaitSousLaConvention(
                $"la dénonciation n° {d.Numero.ToString(Francais.Culture)}",
                d.Lettre.EnvoyeLe
            )),
        ];

    private static SigneeAvecSesAnnexes Annexees(bool nouvelleSignature, IReadOnlyList<string> manquantes, string champ) =>
        new(nouvelleSignature, manquantes, champ) { Fondement = FondementDesAnnexes.DAcces(manquantes) };
}
