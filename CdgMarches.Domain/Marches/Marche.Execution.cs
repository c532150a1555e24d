using CdgMarches.Domain.Marches.Regles;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using CdgMarches.Domain.Procedures.Regles;

namespace CdgMarches.Domain.Marches;

/// <summary>L'exécution : avenants, sous-traitants, attestations, révisions de prix, commandes.</summary>
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

    /// <summary>Le jour de la prochaine révision des prix.</summary>
    public DateOnly? ProchaineRevisionLe { get; private set; }

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
            new MaximumCouvreLesCommandes(projet.NouveauMaximum, Consomme),
            new AvisDeLaCaoAvantLAvenant(projet.AvisDeLaCaoLe, projet.SigneLe),
            new NouveauTitulaireNomme(projet.Cas, projet.NouveauTitulaire),
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

        if (projet.ProlongationEnMois > 0)
        {
            ProlongationEnMois += projet.ProlongationEnMois;
            Calculer();
        }

        if (projet.Cas is CasDAvenant.NouveauTitulaire)
        {
            var numero = _titulaires.Max(t => t.Numero) + 1;
            _titulaires.Clear();
            _titulaires.Add(new Titulaire(numero, (projet.NouveauTitulaire, projet.SiretDuNouveauTitulaire)));
        }

        Signaler(new AvenantSigne(avenant.Numero, avenant.Cas, avenant.Montant, avenant.SigneLe, projet.Justification));
        return avenant;
    }

    /// <summary>Reçoit une demande d'agrément complète (DC4) : le silence de 21 jours vaut agrément (R2193-4).</summary>
    public SousTraitant RecevoirSousTraitant(
        DemandeDeSousTraitance demande,
        CalculDeDate silence,
        MontantTtc paiementDirect,
        int alerteEnJours = SousTraitant.AlerteLivree
    )
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
        var acte = new SousTraitant(
            _sousTraitants.Count + 1,
            demande,
            silence.Date,
            demande.MontantMaximal >= paiementDirect,
            alerteEnJours
        );
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

    /// <summary>Note qu'un acte de sous-traitance est modifié ; les données essentielles en gardent le détail.</summary>
    public ModificationDeSousTraitance ModifierSousTraitant(int numero, DateOnly jour, MontantHt? montant, int? dureeEnMois)
    {
        var acte = _sousTraitants.Find(s => s.Numero == numero) ?? throw new LigneInconnueException(numero);
        Verdict
            .De(
                new ModificationDUnActeAgree(
                    acte.Nom,
                    acte.EstAgree is false ? null
                        : acte.EstAgree is true ? acte.DecideLe
                        : acte.SilenceLe.AddDays(1),
                    jour
                ),
                new ModificationQuiChangeQuelqueChose(montant, dureeEnMois)
            )
            .Exiger();
        Signaler(new SousTraitanceTenue(acte.Nom, $"acte modifié, notifié le {EnClair.Date(jour)}"));
        return new ModificationDeSousTraitance(numero, jour, montant?.Centimes, dureeEnMois);
    }

    public void NoterAttestation(string? nature, DateOnly expireLe)
    {
        Verdict.De(new TexteRenseigne("attestation-nature", "Nommez l'attestation.", nature)).Exiger();
        _attestations.Add(
            new AttestationDuTitulaire(_attestations.Select(a => a.Numero).DefaultIfEmpty(0).Max() + 1, nature!, expireLe)
        );
        Signaler(new MarcheAvance($"Attestation reçue : {nature!.Trim()}, valable jusqu'au {EnClair.Date(expireLe)}", null));
    }

    /// <param name="le">Le jour où les prix révisés valent.</param>
    /// <param name="indice">L'indice ou la clause.</param>
    /// <param name="coefficient">Ce qui multiplie les prix.</param>
    /// <param name="prochaine">La révision suivante, que l'échéancier annonce ; null s'il n'y en a plus.</param>
    public void ReviserLesPrix(DateOnly le, string? indice, decimal coefficient, DateOnly? prochaine = null)
    {
        Verdict
            .De(
                new TexteRenseigne("revision-indice", "Nommez l'indice ou la clause de révision.", indice),
                new CoefficientPlausible(coefficient),
                new DatesDuMarcheEnOrdre(le, prochaine ?? le)
            )
            .Exiger();
        ProchaineRevisionLe = prochaine;
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
}
