using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <content>Le suivi d'un appel émis : titre, paiements, relances, mise en demeure, export.</content>
public sealed partial class AppelDeContribution
{
    /// <param name="numero">Le numéro donné par le comptable.</param>
    /// <param name="date">La date du titre.</param>
    /// <param name="aujourdhui">Le jour du CDG : un titre est un fait.</param>
    /// <param name="autre">L'appel du même exercice qui porte déjà ce numéro.</param>
    public Verdict PeutTitrer(string? numero, DateOnly? date, DateOnly aujourdhui, ReferenceDAppel? autre) =>
        Verdict.De(
            new AppelTitrable(Etat, Numero),
            new TexteDeGrilleRenseigne("Le numéro du titre", numero ?? "", LongueurDuNumeroDeTitre, "titre"),
            new NumeroDeTitreLibre(numero, autre),
            new TitreApresLAppel(DateDAppel, date, aujourdhui)
        );

    /// <summary>Le titre pris en charge par le comptable.</summary>
    /// <inheritdoc cref="PeutTitrer"/>
    /// <returns>Faux quand le titre était déjà noté ainsi.</returns>
    public bool Titrer(string? numero, DateOnly? date, DateOnly aujourdhui, ReferenceDAppel? autre = null)
    {
        PeutTitrer(numero, date, aujourdhui, autre).Exiger();
        if ((NumeroDeTitre, DateDeTitre) == (numero!.Trim(), date))
        {
            return false;
        }

        var avant = NumeroDeTitre;
        (NumeroDeTitre, DateDeTitre) = (numero.Trim(), date);
        Signaler(new TitreNote(Collectivite, avant, NumeroDeTitre, date!.Value));
        return true;
    }

    /// <param name="le">Le jour du paiement.</param>
    /// <param name="montant">Ce qui a été versé.</param>
    /// <param name="reference">La référence du versement.</param>
    /// <param name="aujourdhui">Le jour du CDG : un paiement est un fait.</param>
    /// <param name="enAttente">Ce que le même fichier verse déjà à cet appel.</param>
    public Verdict PeutEncaisser(
        DateOnly? le,
        MontantTtc montant,
        string? reference,
        DateOnly aujourdhui,
        MontantTtc enAttente = default
    ) =>
        Verdict.De(
            new AppelEmis(Etat),
            new PaiementPositifEtDu(montant, ResteDu - enAttente),
            new DateDePaiement(le, DateDAppel, aujourdhui),
            new TexteDAppelBorne("La référence du paiement", reference, Paiement.LongueurDeLaReference, "reference")
        );

    public void Encaisser(DateOnly? le, MontantTtc montant, string? reference, DateOnly aujourdhui)
    {
        PeutEncaisser(le, montant, reference, aujourdhui).Exiger();
        _paiements.Add(new Paiement(_paiements.Count + 1, le!.Value, montant, reference?.Trim()));
        Paye += montant;
        Solder();
        Signaler(new PaiementRecu(Collectivite, le.Value, montant, ResteDu));
    }

    /// <summary>Le dernier jour pour payer : compté du titre quand il est connu, de l'appel sinon.</summary>
    public DateOnly EcheanceDePaiement => (DateDeTitre ?? DateDAppel).AddDays(DelaiDePaiement);

    /// <summary>Le jour où la prochaine relance est due ; nul quand l'appel est soldé ou n'est pas à payer.</summary>
    public DateOnly? ProchaineRelance =>
        Etat is not EtatDAppel.Emis || ResteDu <= MontantTtc.Zero
            ? null
            : RelanceAttendueLe(EcheanceDePaiement, DerniereRelanceLe, EcartEntreRelances);

    /// <summary>Le jour d'où une relance est due : le lendemain de l'échéance, et jamais avant l'écart réglé depuis la précédente.</summary>
    /// <remarks>Un titre remplacé repousse l'échéance : ce qui n'est plus échu ne se relance pas, même déjà relancé.</remarks>
    public static DateOnly RelanceAttendueLe(DateOnly echeance, DateOnly? derniere, int ecart)
    {
        var lendemain = echeance.AddDays(1);
        return derniere?.AddDays(ecart) is { } suivante && suivante > lendemain ? suivante : lendemain;
    }

    /// <summary>Le paiement attendu, puis chaque relance jusqu'à lui ; soldé, l'appel n'attend plus rien.</summary>
    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            if (Numero is null || !SePaie)
            {
                yield break;
            }

            yield return Echeance("paiement", EcheanceDePaiement, $"Paiement {GrammaireDuNom.De(Debiteur.Nom)}, {Reference}") with
            {
                Collectivite = Collectivite.Valeur,
                EstAccomplie = Etat is not EtatDAppel.Emis || NombreDeRelances > 0,
            };
            if (NombreDeRelances > 0 && ProchaineRelance is { } prochaine)
            {
                yield return Echeance(
                    "relance",
                    prochaine,
                    $"Relance n° {(NombreDeRelances + 1).ToString(Francais.Culture)} {GrammaireDuNom.De(Debiteur.Nom)}, {Reference}"
                );
            }
        }
    }

    public Verdict PeutRelancer(DateOnly jour) =>
        Verdict.De(new AppelEmis(Etat), new AppelAPayer(Nature), new RelanceDue(jour, ProchaineRelance));

    /// <returns>Le rang de la relance.</returns>
    public int Relancer(DateOnly jour, string par)
    {
        PeutRelancer(jour).Exiger();
        _relances.Add(new Relance(_relances.Count + 1, jour, par));
        (NombreDeRelances, DerniereRelanceLe) = (_relances.Count, jour);
        Signaler(new DebiteurRelance(Collectivite, _relances.Count, jour));
        return _relances.Count;
    }

    /// <param name="jour">Le jour de l'envoi.</param>
    /// <param name="delai">Les jours qu'une mise en demeure laisse pour payer.</param>
    /// <param name="notifieeLe">Le jour où le registre des courriers dit la précédente notifiée ; nul s'il ne le dit pas.</param>
    public Verdict PeutMettreEnDemeure(DateOnly jour, int delai, DateOnly? notifieeLe = null) =>
        Verdict.De(
            new AppelEmis(Etat),
            new AppelAPayer(Nature),
            new TitreEmisAvantLaMiseEnDemeure(NumeroDeTitre),
            new EcheanceDePaiementPassee(jour, EcheanceDePaiement),
            new AucuneMiseEnDemeureEnCours(jour, MiseEnDemeureLe, delai, notifieeLe)
        );

    /// <summary>La mise en demeure envoyée en recommandé (RG6.21).</summary>
    /// <inheritdoc cref="PeutMettreEnDemeure"/>
    public void MettreEnDemeure(DateOnly jour, int delai, DateOnly? notifieeLe = null)
    {
        PeutMettreEnDemeure(jour, delai, notifieeLe).Exiger();
        MiseEnDemeureLe = jour;
        Signaler(new MiseEnDemeureNotee(Collectivite, jour, ResteDu));
    }

    /// <summary>Note ce que le débiteur demande à Chorus Pro, tant que le titre n'est pas parti.</summary>
    public void PreciserChorus(string? codeDuService, string? numeroDEngagement)
    {
        Verdict
            .De(
                new TexteDAppelBorne("Le code service", codeDuService, ChorusDeLAppel.Longueur, "code-service"),
                new TexteDAppelBorne("Le numéro d'engagement", numeroDEngagement, ChorusDeLAppel.Longueur, "engagement")
            )
            .Exiger();
        Chorus = Chorus with
        {
            CodeDuService = string.IsNullOrWhiteSpace(codeDuService) ? null : codeDuService.Trim(),
            NumeroDEngagement = string.IsNullOrWhiteSpace(numeroDEngagement) ? null : numeroDEngagement.Trim(),
        };
        Signaler(new ChorusPrecise(Collectivite));
    }

    /// <summary>Le SIRET du titre : celui de la fiche, ou celui du jour de l'appel si elle n'en a plus.</summary>
    public string? SiretDuTitre(FicheDuDebiteur fiche) => fiche.Siret ?? Debiteur.Siret;

    /// <summary>Le code service du titre : celui noté sur l'appel, sinon celui de la fiche.</summary>
    public string? CodeDuServiceDuTitre(FicheDuDebiteur fiche) => Chorus.CodeDuService ?? fiche.Chorus.CodeDuService;

    /// <summary>Le nom du service exécutant (RG6.32) ; celui de la fiche ne vaut pas pour un autre code que le sien.</summary>
    public string? NomDuServiceDuTitre(FicheDuDebiteur fiche) =>
        Chorus.CodeDuService is { } propre && propre != fiche.Chorus.CodeDuService ? null : fiche.Chorus.NomDuService;

    /// <summary>Ce qui empêche ce titre de partir aux finances ; les autres partent.</summary>
    /// <param name="fiche">La fiche du débiteur, telle qu'elle est ce jour.</param>
    public Verdict PeutExporter(FicheDuDebiteur fiche) =>
        Verdict.De(
            new SiretDuDebiteurConnu(Debiteur.Nom, SiretDuTitre(fiche)),
            new CodeServiceRenseigne(Debiteur.Nom, fiche.Chorus.ServiceObligatoire, CodeDuServiceDuTitre(fiche)),
            new EngagementRenseigne(Debiteur.Nom, fiche.Chorus.EngagementObligatoire, Chorus.NumeroDEngagement)
        );

    /// <summary>L'appel est parti aux finances ; la remise garde la liste de ses titres.</summary>
    public void Exporter(FicheDuDebiteur fiche, DateTimeOffset instant)
    {
        PeutExporter(fiche).Exiger();
        ExporteLe = instant;
        Signaler(new AppelExporte(Collectivite));
    }

    private EcheanceDue Echeance(string cle, DateOnly date, string libelle) =>
        new(cle, date, libelle, "RG6.30", "CGCT, art. L1617-5 ; délais de paiement réglés") { Groupement = Groupement?.Valeur };
}
