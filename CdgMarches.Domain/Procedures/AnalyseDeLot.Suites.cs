using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Procedures;

/// <summary>Ce qui suit l'analyse : choix, attestations, mise au point, évincés.</summary>
public sealed partial class AnalyseDeLot
{
    /// <summary>L'offre retenue, quand l'organe compétent a choisi.</summary>
    public int? Retenue { get; private set; }

    /// <summary>La limite de chaque tour de négociation, et celle des attestations demandées à l'offre retenue.</summary>
    public override IEnumerable<EcheanceDue> Echeances =>
        [
            .. _tours.Select(t =>
                Due(
                    $"tour/{t.Numero.ToString(Francais.Culture)}",
                    t.Limite,
                    $"Dernier jour des offres, tour de négociation {t.Numero.ToString(Francais.Culture)}",
                    "RG4.1",
                    "CCP, art. L3 : la même limite pour tous"
                ) with
                {
                    PasseDElleMeme = true,
                }
            ),
            .. _offres
                .Where(o => o.AttestationsAvant is not null)
                .Select(o =>
                    Due(
                        $"attestations/{o.Numero.ToString(Francais.Culture)}",
                        o.AttestationsAvant!.Value,
                        $"Attestations attendues {GrammaireDuNom.De(o.Entreprise)}",
                        "RG4.35",
                        "CCP, art. R2144-7"
                    ) with
                    {
                        Alertes = [3],
                        EstAccomplie = o.AttestationsRecuesLe is not null || o.Numero != Retenue,
                    }
                ),
        ];

    private EcheanceDue Due(string cle, DateOnly date, string libelle, string code, string fondement) =>
        new(cle, date, $"{libelle} (lot {Lot.ToString(Francais.Culture)})", code, fondement)
        {
            Procedure = Procedure.Valeur,
            Adresse = $"/procedures/{Procedure.Valeur}/lots/{Lot.ToString(Francais.Culture)}",
        };

    /// <summary>Le jour du choix : séance de la commission, ou décision du pouvoir adjudicateur.</summary>
    public DateOnly? ChoisieLe { get; private set; }

    /// <summary>Le procès-verbal ou la décision qui choisit.</summary>
    public string? ActeDuChoix { get; private set; }

    public string? MotifsDuChoix { get; private set; }

    /// <summary>La mise au point, comparée à l'offre (R2152-13) : ce qui change, rien de substantiel.</summary>
    public string? MiseAuPoint { get; private set; }

    public DateOnly? MiseAuPointLe { get; private set; }

    /// <summary>Le montant mis au point, en centimes HT ; il se compare à celui de l'offre.</summary>
    public long? MontantMisAuPointCentimes { get; private set; }

    public MontantHt? MontantMisAuPoint => MontantMisAuPointCentimes is { } c ? MontantHt.DeCentimes(c) : null;

    /// <summary>Dit si cette offre peut être choisie, sur la décision de l'organe compétent.</summary>
    public Verdict PeutChoisir(int offre, DateOnly jour, DateOnly aujourdhui, string? acte, bool releveDeLaCao) =>
        Verdict.De(
            new FaitPasAVenir(EtapeDeProcedure.Attribution, jour, aujourdhui),
            new ActeDuChoixConnu(acte, releveDeLaCao),
            new OffreClassee(OffreDe(offre).Entreprise, OffreDe(offre).Etat),
            new ToutesLesOffresNotees(NonNotees())
        );

    /// <summary>Choisit l'offre retenue. Une autre que la première du classement demande le motif.</summary>
    public void Choisir(int offre, DateOnly jour, DateOnly aujourdhui, string? acte, bool releveDeLaCao, string? motifs)
    {
        PeutChoisir(offre, jour, aujourdhui, acte, releveDeLaCao)
            .Et(
                Verdict.De(
                    new PremiereDuClassement(Classer() is [var premiere, ..] ? premiere.Offre.Numero : null, offre, motifs)
                )
            )
            .Exiger();
        (Retenue, ChoisieLe, ActeDuChoix) = (offre, jour, acte!.Trim());
        MotifsDuChoix = string.IsNullOrWhiteSpace(motifs) ? null : motifs.Trim();
        Signaler(
            new AnalyseTenue(
                $"Offre {GrammaireDuNom.De(OffreDe(offre).Entreprise)} retenue le {EnClair.Date(jour)} ({ActeDuChoix})",
                MotifsDuChoix
            )
        );
    }

    public void DemanderLesAttestations(DateOnly le, DateOnly avant)
    {
        Verdict.De(new OffreRetenue(Retenue), new EcheanceApresLEnvoi(le, avant)).Exiger();
        var offre = OffreDe(Retenue!.Value);
        (offre.AttestationsDemandeesLe, offre.AttestationsAvant) = (le, avant);
        Signaler(new AnalyseTenue($"Attestations demandées à {offre.Entreprise}, au plus tard le {EnClair.Date(avant)}"));
    }

    public void RecevoirLesAttestations(DateOnly le)
    {
        Verdict
            .De(new OffreRetenue(Retenue), new AttestationsATemps(le, Retenue is { } r ? OffreDe(r).AttestationsAvant : null))
            .Exiger();
        OffreDe(Retenue!.Value).AttestationsRecuesLe = le;
        Signaler(
            new AnalyseTenue($"Attestations {GrammaireDuNom.De(OffreDe(Retenue.Value).Entreprise)} reçues le {EnClair.Date(le)}")
        );
    }

    /// <summary>L'attributaire pressenti n'a pas fourni ses attestations : il est écarté, le suivant du classement est proposé.</summary>
    /// <returns>L'offre suivante, ou null s'il n'y en a plus.</returns>
    public OffreDeLot? PasserAuSuivant(DateOnly jour)
    {
        Verdict.De(new OffreRetenue(Retenue), new DelaiDesAttestationsPasse(jour, Retenue is { } r ? OffreDe(r) : null)).Exiger();
        var ecartee = OffreDe(Retenue!.Value);
        (ecartee.Etat, ecartee.Motif) = (EtatDOffre.Ecartee, "Attestations non fournies dans le délai (CCP, art. R2144-7).");
        (Retenue, ChoisieLe, ActeDuChoix, MotifsDuChoix) = (null, null, null, null);
        (MiseAuPoint, MontantMisAuPointCentimes, MiseAuPointLe) = (null, null, null);
        Signaler(new AnalyseTenue($"{ecartee.Entreprise} écartée : attestations non fournies dans le délai"));
        return Classer() is [var suivante, ..] ? suivante.Offre : null;
    }

    /// <summary>Dit si cette mise au point est permise : elle compare le montant à celui de l'offre retenue.</summary>
    public Verdict PeutMettreAuPoint(string? texte, MontantHt? montant, DateOnly le) =>
        Verdict.De(
            new OffreRetenue(Retenue),
            new TexteRenseigne("mise-au-point", "Écrivez ce que la mise au point change.", texte),
            new MontantPositif(montant),
            new MiseAuPointApresLeChoix(le, ChoisieLe),
            new MiseAuPointNonSubstantielle(Retenue is { } r ? OffreDe(r).Montant : null, montant)
        );

    /// <summary>Note la mise au point convenue avec l'attributaire ; la noter de nouveau remplace la précédente.</summary>
    public void MettreAuPoint(string? texte, MontantHt? montant, DateOnly le, string? motif = null)
    {
        PeutMettreAuPoint(texte, montant, le).Exiger(motif);
        (MiseAuPoint, MontantMisAuPointCentimes, MiseAuPointLe) = (texte!.Trim(), montant?.Centimes, le);
        Signaler(new AnalyseTenue($"Mise au point du {EnClair.Date(le)} : {MiseAuPoint}", motif));
    }

    /// <summary>Note l'envoi d'une lettre de rejet, une par évincé.</summary>
    public void Rejeter(int offre, DateOnly le, bool parVoieElectronique, string? motifs)
    {
        var cible = OffreDe(offre);
        Verdict
            .De(
                new OffreEvincee(offre, Retenue),
                new TexteRenseigne("rejet-motifs", "Écrivez les motifs du rejet.", motifs),
                new EnvoiApresLeChoix(le, ChoisieLe)
            )
            .Exiger();
        (cible.RejeteeLe, cible.RejetElectronique, cible.MotifsDuRejet) = (le, parVoieElectronique, motifs!.Trim());
        Signaler(
            new AnalyseTenue(
                $"Rejet envoyé à {cible.Entreprise} le {EnClair.Date(le)}, {(parVoieElectronique ? "par voie électronique" : "sur papier")}"
            )
        );
    }

    /// <summary>Les évincés qui n'ont pas encore reçu leur lettre.</summary>
    public IReadOnlyList<OffreDeLot> ARejeter =>
        Retenue is { } r ? [.. _offres.Where(o => o.Numero != r && o.RejeteeLe is null)] : [];

    /// <summary>Le dernier rejet et s'ils sont tous électroniques ; null sans évincé (participant seul, R2182-2) ou tant qu'il en reste.</summary>
    public (DateOnly DernierEnvoi, bool ToutElectronique)? Rejets
    {
        get
        {
            var evinces = _offres.Where(o => o.Numero != Retenue).ToList();
            return Retenue is null || evinces.Count == 0 || evinces.Exists(o => o.RejeteeLe is null)
                ? null
                : (evinces.Max(o => o.RejeteeLe!.Value), evinces.TrueForAll(o => o.RejetElectronique));
        }
    }
}
