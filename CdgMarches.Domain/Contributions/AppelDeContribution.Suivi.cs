using CdgMarches.Domain.Contributions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Contributions;

/// <content>Le suivi d'un appel émis : titre, paiements, relances, mise en demeure, export.</content>
public sealed partial class AppelDeContribution
{
    public Verdict PeutTitrer(string? numero, DateOnly? date) =>
        Verdict.De(
            new AppelTitrable(Etat, Numero),
            new TexteDeGrilleRenseigne("Le numéro du titre", numero ?? "", LongueurDuNumeroDeTitre, "titre"),
            new TitreApresLAppel(DateDAppel, date)
        );

    /// <summary>Le titre pris en charge par le comptable.</summary>
    /// <returns>Faux quand le titre était déjà noté ainsi.</returns>
    public bool Titrer(string? numero, DateOnly? date)
    {
        PeutTitrer(numero, date).Exiger();
        if ((NumeroDeTitre, DateDeTitre) == (numero!.Trim(), date))
        {
            return false;
        }

        var avant = NumeroDeTitre;
        (NumeroDeTitre, DateDeTitre) = (numero.Trim(), date);
        Signaler(new TitreNote(Collectivite, avant, NumeroDeTitre, date!.Value));
        return true;
    }

    public Verdict PeutEncaisser(DateOnly? le, MontantTtc montant, string? reference) =>
        Verdict.De(
            new AppelEmis(Etat),
            new PaiementPositifEtDu(montant, ResteDu),
            new DateDePaiement(le, DateDAppel),
            new TexteDAppelBorne("La référence du paiement", reference, Paiement.LongueurDeLaReference, "reference")
        );

    public void Encaisser(DateOnly? le, MontantTtc montant, string? reference)
    {
        PeutEncaisser(le, montant, reference).Exiger();
        _paiements.Add(new Paiement(_paiements.Count + 1, le!.Value, montant, reference?.Trim()));
        Paye += montant;
        Solder(le.Value);
        Signaler(new PaiementRecu(Collectivite, le.Value, montant, ResteDu));
    }

    /// <summary>Le jour où la prochaine relance est due ; nul quand l'appel est soldé ou n'est pas à payer.</summary>
    /// <param name="delai">Le délai de paiement, en jours.</param>
    /// <param name="ecart">L'écart entre deux relances, en jours.</param>
    public DateOnly? ProchaineRelance(int delai, int ecart) =>
        Etat is not EtatDAppel.Emis || ResteDu <= MontantTtc.Zero ? null
        : DerniereRelanceLe is { } derniere ? derniere.AddDays(ecart)
        : (DateDeTitre ?? DateDAppel).AddDays(delai);

    public Verdict PeutRelancer(DateOnly jour, int delai, int ecart) =>
        Verdict.De(new AppelEmis(Etat), new RelanceDue(jour, ProchaineRelance(delai, ecart)));

    public void Relancer(DateOnly jour, string par, int delai, int ecart)
    {
        PeutRelancer(jour, delai, ecart).Exiger();
        _relances.Add(new Relance(_relances.Count + 1, jour, par));
        (NombreDeRelances, DerniereRelanceLe) = (_relances.Count, jour);
        Signaler(new DebiteurRelance(Collectivite, _relances.Count, jour));
    }

    public Verdict PeutMettreEnDemeure(DateOnly jour) =>
        Verdict.De(new AppelEmis(Etat), new TitreEmisAvantLaMiseEnDemeure(NumeroDeTitre), new DateDePaiement(jour, DateDAppel));

    /// <summary>La mise en demeure envoyée en recommandé (RG6.21).</summary>
    public void MettreEnDemeure(DateOnly jour)
    {
        PeutMettreEnDemeure(jour).Exiger();
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

    /// <summary>Ce qui empêche ce titre de partir aux finances ; les autres partent.</summary>
    public Verdict PeutExporter() =>
        Verdict.De(new SiretDuDebiteurConnu(Debiteur.Nom, Debiteur.Siret), new ChorusRenseigne(Debiteur.Nom, Chorus.Manques));

    /// <summary>L'appel est parti aux finances.</summary>
    public void Exporter(Guid export, DateTimeOffset instant)
    {
        PeutExporter().Exiger();
        (Export, ExporteLe) = (export, instant);
        Signaler(new AppelExporte(Collectivite));
    }
}
