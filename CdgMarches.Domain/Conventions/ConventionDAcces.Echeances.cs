using CdgMarches.Domain.Conventions.Regles;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Conventions;

/// <content>Ce que la convention fait attendre : son terme, sa fin, ses lettres (RG7.07).</content>
public sealed partial class ConventionDAcces
{
    /// <summary>Le dernier terme dont un agent a pris acte de la reconduction.</summary>
    public DateOnly? DernierTermeExamine { get; private set; }

    /// <summary>Le premier terme dont personne n'a encore pris acte ; nul s'il n'y en a plus.</summary>
    public DateOnly? TermeAExaminer
    {
        get
        {
            var lendemain = DernierTermeExamine?.AddDays(1) ?? PremierJour;
            return lendemain is { } jour && ProchainTerme(jour) is { } terme && (DernierJour is not { } fin || terme < fin)
                ? terme
                : null;
        }
    }

    public override IEnumerable<EcheanceDue> Echeances
    {
        get
        {
            if (AbandonneeLe is not null)
            {
                yield break;
            }

            if (DernierTermeExamine is { } examine)
            {
                yield return Terme(examine) with
                {
                    EstAccomplie = true,
                };
            }

            if (TermeAExaminer is { } terme)
            {
                yield return Terme(terme) with
                {
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                    // Once its last day is known, the convention ends by it: nobody has a renewal left to examine.
                    PasseDElleMeme = DernierJour is not null,
                };
            }

            if (DernierJour is { } fin)
            {
                yield return Echeance(
                    "fin",
                    fin,
                    "Fin de la convention d'accès : restituer les documents, fermer les comptes",
                    "RG6.20"
                ) with
                {
                    Alertes = EcheanceDue.SixMoisTroisMoisUnMois,
                    EstAccomplie = RestitutionTerminee,
                    ComptesDe = Id.Valeur,
                };
            }

            if (DenonciationEnCours is { DernierJour: { } dernier } denonciation && denonciation.Auteur.InformeLesArchives())
            {
                yield return Echeance(
                    "archives",
                    dernier,
                    "Informer les archives départementales de la dénonciation",
                    "RG6.20"
                ) with
                {
                    Alertes = [30, 7],
                    EstAccomplie = denonciation.ArchivesInformees,
                };
            }

            foreach (var mise in _misesEnDemeure.Where(m => m.DernierJourPourPayer is not null))
            {
                yield return Echeance(
                    $"mise-en-demeure/{mise.Numero.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
                    mise.DernierJourPourPayer!.Value,
                    $"Fin du délai de la mise en demeure, titre {mise.Titre}",
                    "RG6.21"
                ) with
                {
                    EstAccomplie = mise.RegulariseeLe is not null || _denonciations.Exists(d => d.MiseEnDemeure == mise.Numero),
                };
            }
        }
    }

    /// <summary>Les termes déjà passés quand la convention s'enregistre se sont reconduits : personne n'a plus à les examiner.</summary>
    private void PasserLesTermesAnciens(DateOnly aujourdhui)
    {
        while (TermeAExaminer is { } terme && terme < aujourdhui)
        {
            DernierTermeExamine = terme;
        }
    }

    public Verdict PeutExaminerLeTerme(DateOnly terme) => Verdict.De(new TermeConnu(TermeAExaminer, terme));

    /// <summary>Prend acte de la reconduction tacite à ce terme : personne ne dénonce, l'échéance est accomplie.</summary>
    public void ExaminerLeTerme(DateOnly terme)
    {
        PeutExaminerLeTerme(terme).Exiger();
        DernierTermeExamine = terme;
        Signaler(new ReconductionExaminee(Collectivite, terme, ReglesAu(terme).Reconduction));
    }

    private EcheanceDue Terme(DateOnly terme) =>
        Echeance(
            $"terme/{terme.ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture)}",
            terme,
            "Terme de la convention d'accès, puis reconduction tacite",
            "RG6.19"
        );

    private EcheanceDue Echeance(string cle, DateOnly date, string libelle, string code) =>
        new(cle, date, $"{libelle} ({Reference})", code, "Convention d'accès, art. 5")
        {
            Responsable = Responsable,
            Collectivite = Collectivite.Valeur,
        };
}
