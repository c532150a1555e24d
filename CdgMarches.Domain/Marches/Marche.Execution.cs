using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Marches;

/// <summary>L'exécution : avenants, sous-traitants, attestations, révisions de prix, alertes.</summary>
public sealed partial class Marche
{
    private readonly List<Avenant> _avenants = [];
    private readonly List<SousTraitant> _sousTraitants = [];
    private readonly List<AttestationDuTitulaire> _attestations = [];
    private readonly List<RevisionDePrix> _revisions = [];

    public IReadOnlyList<Avenant> Avenants => _avenants;

    public IReadOnlyList<SousTraitant> SousTraitants => _sousTraitants;

    public IReadOnlyList<AttestationDuTitulaire> Attestations => _attestations;

    public IReadOnlyList<RevisionDePrix> Revisions => _revisions;

    /// <summary>Le montant avec les avenants.</summary>
    public MontantHt MontantActuel => Montant + MontantHt.Somme(_avenants.Select(a => a.Montant));

    /// <summary>Les montants de cet avenant : avec les avenants de faible montant pour son plafond, avec tous pour l'avis de la CAO.</summary>
    public CalculDAvenant CalculerAvenant(MontantHt montant, bool deFaibleMontantSeuls) =>
        new(
            Montant,
            [.. _avenants.Where(a => !deFaibleMontantSeuls || a.Cas is CasDAvenant.FaibleMontant).Select(a => a.Montant)],
            montant
        );

    /// <summary>Dit si l'avenant est permis, avec tout ce qui s'y oppose.</summary>
    public Verdict PeutModifier(ProjetDAvenant projet, PlafondsDesAvenants plafonds)
    {
        var verdict = Verdict.De(
            new MarcheEnExecution(Etat),
            new TexteRenseigne("avenant-objet", "Dites ce que l'avenant change.", projet.Objet),
            new AvenantJustifie(projet.Cas, projet.Justification),
            new DatesDuMarcheEnOrdre(NotifieLe, projet.SigneLe),
            new AvenantVuParLaCao(
                CalculerAvenant(projet.Montant, deFaibleMontantSeuls: false),
                plafonds.PartDeLaCao,
                AttribueParLaCao,
                projet.AvisDeLaCaoLe
            )
        );
        return projet.Cas switch
        {
            CasDAvenant.FaibleMontant => verdict.Et(
                Verdict.De(
                    new AvenantDeFaibleMontant(
                        CalculerAvenant(projet.Montant, deFaibleMontantSeuls: true),
                        plafonds.PartFaible,
                        plafonds.Seuil
                    )
                )
            ),
            CasDAvenant.Supplementaires or CasDAvenant.CirconstancesImprevues => verdict.Et(
                Verdict.De(new AvenantDansLaMoitie(CalculerAvenant(projet.Montant, false), plafonds.PartDeLaMoitie))
            ),
            _ => verdict,
        };
    }

    public Avenant Modifier(ProjetDAvenant projet, PlafondsDesAvenants plafonds)
    {
        PeutModifier(projet, plafonds).Exiger();
        var avenant = new Avenant(_avenants.Count + 1, projet);
        _avenants.Add(avenant);
        if (projet.NouveauMaximum is { } maximum)
        {
            MaximumCentimes = maximum.Centimes;
        }

        Signaler(new AvenantSigne(avenant.Numero, avenant.Cas, avenant.Montant, avenant.SigneLe, projet.Justification));
        return avenant;
    }

    /// <summary>Reçoit une demande d'agrément complète (DC4) : le silence de 21 jours vaut agrément (R2193-4).</summary>
    public SousTraitant RecevoirSousTraitant(DemandeDeSousTraitance demande, CalculDeDate silence, MontantTtc paiementDirect)
    {
        Verdict
            .De(
                new EtapeDuMarche(Etat is not (EtatDeMarche.Termine or EtatDeMarche.Resilie), "sous-traité"),
                new SousTraitanceHorsFournitures(Nature),
                new TexteRenseigne("sous-traitant-nom", "Nommez le sous-traitant.", demande.Nom),
                new TexteRenseigne("sous-traitant-prestations", "Dites les prestations sous-traitées.", demande.Prestations),
                new MontantTtcPositif(demande.MontantMaximal)
            )
            .Exiger();
        var acte = new SousTraitant(_sousTraitants.Count + 1, demande, silence.Date, demande.MontantMaximal >= paiementDirect);
        _sousTraitants.Add(acte);
        Signaler(new SousTraitanceTenue(acte.Nom, $"dossier complet reçu le {EnClair.Date(acte.RecuLe)}"));
        return acte;
    }

    public void DeciderSousTraitant(int numero, bool agree, DateOnly jour, string? motif)
    {
        var acte = _sousTraitants.Find(s => s.Numero == numero) ?? throw new LigneInconnueException(numero);
        Verdict
            .De(
                new DatesDuMarcheEnOrdre(acte.RecuLe, jour),
                new RefusAvantLeSilence(agree, jour, acte.SilenceLe),
                new EliminationMotivee(agree, motif)
            )
            .Exiger();
        (acte.EstAgree, acte.DecideLe) = (agree, jour);
        acte.Motif = string.IsNullOrWhiteSpace(motif) ? null : motif.Trim();
        Signaler(new SousTraitanceTenue(acte.Nom, agree ? "agréé" : "refusé", acte.Motif));
    }

    public void NoterAttestation(string? nature, DateOnly expireLe)
    {
        Verdict.De(new TexteRenseigne("attestation-nature", "Nommez l'attestation.", nature)).Exiger();
        _attestations.Add(
            new AttestationDuTitulaire(_attestations.Select(a => a.Numero).DefaultIfEmpty(0).Max() + 1, nature!, expireLe)
        );
        Signaler(new MarcheAvance($"Attestation reçue : {nature!.Trim()}, valable jusqu'au {EnClair.Date(expireLe)}", null));
    }

    public void ReviserLesPrix(DateOnly le, string? indice, decimal coefficient)
    {
        Verdict
            .De(
                new TexteRenseigne("revision-indice", "Nommez l'indice ou la clause de révision.", indice),
                new CoefficientPlausible(coefficient)
            )
            .Exiger();
        _revisions.Add(new RevisionDePrix(_revisions.Count + 1, le, indice!, coefficient));
        Signaler(
            new MarcheAvance(
                $"Prix révisés, {indice!.Trim()}, coefficient {coefficient.ToString("0.####", Francais.Culture)}",
                le
            )
        );
    }

    /// <summary>Dit si une commande de ce montant entre dans le maximum (RG4.72).</summary>
    public Verdict PeutCommander(MontantHt montant, DateOnly jour, EtatDeCommande etat, bool membreFige, string membre) =>
        Verdict.De(
            new CommandePendantLaValidite(jour, Debut, Fin),
            new CommandeDUnMembreFige(membreFige, membre),
            new MontantDeCommandePositif(montant),
            new MaximumNonDepasse(Consomme + montant, Maximum, etat)
        );

    /// <summary>Enregistre une commande et l'ajoute à ce qui est consommé.</summary>
    /// <returns>La commande, marquée « dépassement » si elle était émise au-delà du maximum.</returns>
    public Commande Commander(
        Collectivites.CollectiviteId collectivite,
        string membre,
        bool membreFige,
        DateOnly jour,
        MontantHt montant,
        EtatDeCommande etat,
        string? reference,
        string? motif
    )
    {
        var verdict = PeutCommander(montant, jour, etat, membreFige, membre);
        verdict.Exiger(motif);
        var depasse = verdict.Avertissements.Count > 0;
        ConsommeCentimes += montant.Centimes;
        Signaler(new CommandeNotee(membre, montant, depasse, motif, collectivite.Valeur));
        return new Commande(Id, collectivite, jour, montant, etat, reference, depasse, motif);
    }

    /// <summary>Vrai si, avec ce montant, la consommation atteint la part d'alerte du maximum.</summary>
    public bool EstEnAlerte(decimal part) =>
        Maximum is { } maximum && maximum > MontantHt.Zero && Consomme.Euros * 100m >= maximum.Euros * part;

    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            foreach (var r in _reconductions.Where(r => r.DecisionAvant is not null))
            {
                yield return Due(
                    $"reconduction/{r.Numero.ToString(Francais.Culture)}",
                    r.DecisionAvant!.Value,
                    $"Décision de reconduire {Reference} ({r.Mode.Libelle().ToLower(Francais.Culture)})",
                    "RG4.75",
                    "CCP, art. R2112-4"
                ) with
                {
                    EstAccomplie = r.EstReconduit is not null || Etat is not EtatDeMarche.EnExecution,
                    Alertes = [90, 30, 7],
                };
            }

            if (Fin is { } fin)
            {
                yield return Due("fin", fin, $"Fin du marché {Reference}", "RG7.07", "CCP, art. L2112-5") with
                {
                    EstAccomplie = Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie,
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                };
                yield return Due(
                    "recensement-suivant",
                    fin.AddMonths(-12),
                    $"Recensement qui prépare la suite de {Reference}",
                    "RG7.07",
                    "Convention, art. 4"
                ) with
                {
                    EstAccomplie = Etat is EtatDeMarche.Resilie or EtatDeMarche.Termine,
                    Alertes = [30],
                };
            }

            foreach (var a in _attestations)
            {
                yield return Due(
                    $"attestation/{a.Numero.ToString(Francais.Culture)}",
                    a.ExpireLe,
                    $"Attestation « {a.Nature} » à renouveler ({Reference})",
                    "RG4.35",
                    "CCP, art. R2143-8"
                ) with
                {
                    EstAccomplie =
                        Etat is EtatDeMarche.Termine or EtatDeMarche.Resilie
                        || _attestations.Exists(b => b.Nature == a.Nature && b.ExpireLe > a.ExpireLe),
                    Alertes = [30],
                };
            }

            foreach (var s in _sousTraitants)
            {
                yield return Due(
                    $"sous-traitant/{s.Numero.ToString(Francais.Culture)}",
                    s.SilenceLe,
                    $"Silence valant agrément du sous-traitant {s.Nom} ({Reference})",
                    "RG4.90",
                    "CCP, art. R2193-4"
                ) with
                {
                    EstAccomplie = s.EstAgree is not null,
                    Alertes = [7],
                };
            }
        }
    }

    private EcheanceDue Due(string cle, DateOnly date, string libelle, string code, string fondement) =>
        new(cle, date, libelle, code, fondement)
        {
            Responsable = Responsable,
            Suppleant = Suppleant,
            Groupement = Groupement.Valeur,
            Adresse = $"/marches/{Id.Valeur}",
        };
}

/// <summary>Un projet d'avenant.</summary>
public sealed record ProjetDAvenant(
    CasDAvenant Cas,
    string? Objet,
    MontantHt Montant,
    DateOnly SigneLe,
    string? Justification = null,
    DateOnly? AvisDeLaCaoLe = null,
    MontantHt? NouveauMaximum = null
);

/// <summary>Les plafonds en vigueur : parts en points de pourcentage, seuil européen.</summary>
public sealed record PlafondsDesAvenants(decimal PartFaible, decimal PartDeLaMoitie, decimal PartDeLaCao, MontantHt Seuil);

/// <summary>Un avenant signé.</summary>
public sealed class Avenant
{
    public const int LongueurDuTexte = 2000;

    private Avenant() { }

    internal Avenant(int numero, ProjetDAvenant projet)
    {
        (Numero, Cas, Objet, SigneLe) = (numero, projet.Cas, projet.Objet!.Trim(), projet.SigneLe);
        (MontantCentimes, AvisDeLaCaoLe) = (projet.Montant.Centimes, projet.AvisDeLaCaoLe);
        Justification = string.IsNullOrWhiteSpace(projet.Justification) ? null : projet.Justification.Trim();
    }

    public int Numero { get; private init; }

    public CasDAvenant Cas { get; private init; }

    public string Objet { get; private init; } = "";

    public long MontantCentimes { get; private init; }

    public MontantHt Montant => MontantHt.DeCentimes(MontantCentimes);

    public DateOnly SigneLe { get; private init; }

    public string? Justification { get; private init; }

    public DateOnly? AvisDeLaCaoLe { get; private init; }
}

/// <summary>Une demande d'agrément complète.</summary>
public sealed record DemandeDeSousTraitance(
    string? Nom,
    string? Siret,
    string? Prestations,
    MontantTtc MontantMaximal,
    DateOnly RecueLe
);

/// <summary>Un sous-traitant : agréé, refusé, ou dans le silence.</summary>
public sealed class SousTraitant
{
    private SousTraitant() { }

    internal SousTraitant(int numero, DemandeDeSousTraitance demande, DateOnly silence, bool paiementDirect)
    {
        (Numero, Nom, Prestations) = (numero, demande.Nom!.Trim(), demande.Prestations!.Trim());
        Siret = string.IsNullOrWhiteSpace(demande.Siret) ? null : demande.Siret.Trim();
        (MontantTtcCentimes, RecuLe, SilenceLe, EstPayeDirectement) = (
            demande.MontantMaximal.Centimes,
            demande.RecueLe,
            silence,
            paiementDirect
        );
    }

    public int Numero { get; private init; }

    public string Nom { get; private init; } = "";

    public string? Siret { get; private init; }

    public string Prestations { get; private init; } = "";

    public long MontantTtcCentimes { get; private init; }

    public DateOnly RecuLe { get; private init; }

    /// <summary>Le jour où le silence vaut acceptation et agrément.</summary>
    public DateOnly SilenceLe { get; private init; }

    /// <summary>À partir de 600 € TTC (R2193-10).</summary>
    public bool EstPayeDirectement { get; private init; }

    public bool? EstAgree { get; internal set; }

    public DateOnly? DecideLe { get; internal set; }

    public string? Motif { get; internal set; }

    /// <summary>Agréé par décision ou par le silence, ce jour-là.</summary>
    public bool EstAgreeAu(DateOnly jour) => EstAgree ?? jour > SilenceLe;
}

/// <summary>Une attestation du titulaire, et le jour où elle expire.</summary>
public sealed class AttestationDuTitulaire
{
    private AttestationDuTitulaire() { }

    internal AttestationDuTitulaire(int numero, string nature, DateOnly expireLe) =>
        (Numero, Nature, ExpireLe) = (numero, nature.Trim(), expireLe);

    public int Numero { get; private init; }

    public string Nature { get; private init; } = "";

    public DateOnly ExpireLe { get; private init; }
}

/// <summary>Une révision des prix.</summary>
public sealed class RevisionDePrix
{
    private RevisionDePrix() { }

    internal RevisionDePrix(int numero, DateOnly le, string indice, decimal coefficient) =>
        (Numero, Le, Indice, Coefficient) = (numero, le, indice.Trim(), coefficient);

    public int Numero { get; private init; }

    public DateOnly Le { get; private init; }

    public string Indice { get; private init; } = "";

    public decimal Coefficient { get; private init; }
}
