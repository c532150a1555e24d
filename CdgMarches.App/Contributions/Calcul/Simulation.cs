using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Contributions.Calcul;

/// <summary>Une dette déjà établie pour la même clé : elle ne l'est pas deux fois.</summary>
public sealed record DejaEtabli(AppelDeContributionId Id, EtatDAppel Etat, MontantHt Propre, int? Numero);

/// <summary>Ce qu'un redevable devrait, avant que rien ne soit écrit.</summary>
/// <param name="Faits">Le redevable et ses données.</param>
/// <param name="Grille">La version appliquée ; nulle pour des frais partagés.</param>
/// <param name="Resultat">Le calcul.</param>
/// <param name="Deja">La dette déjà établie.</param>
/// <param name="Precedent">Le montant de l'exercice précédent.</param>
/// <param name="Report">Ce qui serait repris de dettes trop petites.</param>
/// <param name="Issue">Ce qu'il en adviendra ; nul tant que le montant n'est pas connu ou attend.</param>
public sealed record LigneDeSimulation(
    FaitsDAppel Faits,
    VersionDeGrille? Grille,
    ResultatDeCalcul Resultat,
    DejaEtabli? Deja,
    MontantHt? Precedent,
    MontantHt Report,
    EtatDAppel? Issue
)
{
    public Guid SourceId => Faits.Redevable.SourceId;

    /// <summary>Les agents comptés, avec ceux des établissements que la grille ajoute.</summary>
    public int? Agents => Grille is null ? Faits.Faits.Agents : Grille.Bareme.Grille.AgentsComptes(Faits.Faits);

    /// <summary>Le montant que la ligne retient : celui qui est établi, sinon celui du calcul.</summary>
    public MontantHt? Retenu => Deja?.Propre ?? (Resultat.PeutPartir ? Resultat.Montant : null);

    public MontantHt? Ecart => Retenu is { } retenu && Precedent is { } avant ? retenu - avant : null;

    /// <summary>Ce qu'il en advient, pour l'écran et le classeur.</summary>
    public string IssueEnClair =>
        Deja is { } deja
            ? deja.Etat.Libelle() + (deja.Numero is { } numero ? $" (n° {numero.ToString(CultureInfo.InvariantCulture)})" : "")
            : Issue switch
            {
                EtatDAppel.Emis => "à émettre",
                EtatDAppel.SansAppel => "0 € : calcul gardé, sans appel",
                EtatDAppel.Reporte => "sous le seuil : reporté",
                _ => Resultat.EstComplet ? "attend une confirmation" : "attend ses données",
            };

    /// <summary>Ce qu'un agent doit regarder avant de proposer.</summary>
    public IReadOnlyList<string> Anomalies()
    {
        List<string> anomalies = [.. Resultat.Manques.Select(m => $"il manque {m}")];
        if (Resultat.AttendConfirmation)
        {
            anomalies.Add("cas limite à confirmer");
        }

        // Said where the estimate weighs on the amount: a free member may have any number.
        if (Faits.Faits.ConsultationsEstimees && Resultat.Annuel != MontantHt.Zero)
        {
            anomalies.Add("consultations estimées");
        }

        if (Faits.Debiteur.Siret is null)
        {
            anomalies.Add("SIRET manquant : le titre ne pourra pas être exporté");
        }

        if (Faits.Debiteur.Ligne1 is null || Faits.Debiteur.Ville is null)
        {
            anomalies.Add("adresse incomplète");
        }

        if (Faits.Chorus is { ServiceObligatoire: true, CodeDuService: null })
        {
            anomalies.Add("Chorus : code service à demander");
        }

        if (Faits.Chorus.EngagementObligatoire)
        {
            anomalies.Add("Chorus : numéro d'engagement à demander");
        }

        if (
            Ecart is { } ecart
            && Precedent is { } avant
            && Math.Abs(ecart.Centimes) * 2 > Math.Abs(avant.Centimes)
            && ecart != MontantHt.Zero
        )
        {
            anomalies.Add("écart de plus de moitié avec l'exercice précédent");
        }

        return anomalies;
    }
}

/// <summary>La simulation d'une campagne : rien n'est écrit, tout est dit.</summary>
public sealed class Simulation
{
    public Simulation(CampagneDAppel campagne, IReadOnlyList<LigneDeSimulation> lignes)
    {
        (Campagne, Lignes) = (campagne, lignes);
        List<LigneDeSimulation> connues = [.. lignes.Where(l => l.Retenu is not null)];
        Resume = new ResumeDeSimulation(
            connues.Count,
            MontantHt.Somme(connues.Select(l => l.Retenu!.Value)),
            Empreinte(connues),
            lignes.Count(l => l.Deja is null && l.Resultat.EstComplet && l.Resultat.AttendConfirmation)
        );
    }

    public CampagneDAppel Campagne { get; }

    public IReadOnlyList<LigneDeSimulation> Lignes { get; }

    public ResumeDeSimulation Resume { get; }

    public int DejaEtablies => Lignes.Count(l => l.Deja is not null);

    public int Manquantes => Lignes.Count(l => l.Deja is null && !l.Resultat.EstComplet);

    public int EnAttente => Resume.EnAttente;

    /// <summary>Celles qui restent à établir.</summary>
    public IEnumerable<LigneDeSimulation> AEtablir => Lignes.Where(l => l.Deja is null && l.Issue is not null);

    public int Nombre(EtatDAppel issue) => AEtablir.Count(l => l.Issue == issue);

    public MontantHt TotalAEmettre =>
        MontantHt.Somme(AEtablir.Where(l => l.Issue is EtatDAppel.Emis).Select(l => l.Resultat.Montant + l.Report));

    /// <summary>SHA-256 des montants, redevable par redevable, dans un ordre fixe.</summary>
    private static string Empreinte(List<LigneDeSimulation> lignes)
    {
        var texte = new StringBuilder();
        foreach (var ligne in lignes.OrderBy(l => l.SourceId))
        {
            texte.Append(CultureInfo.InvariantCulture, $"{ligne.SourceId:N}:{ligne.Retenu!.Value.Centimes}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte.ToString())));
    }
}
