using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Marches;

/// <summary>Ce que la publication des données essentielles demande de plus que le marché (DECP, schéma 2.0).</summary>
public sealed partial class Marche
{
    /// <summary>Les réponses propres aux données essentielles, en JSON (<c>SaisieDeDonneesEssentielles</c>).</summary>
    public string? DonneesEssentielles { get; private set; }

    public DateOnly? DonneesPublieesLe { get; private set; }

    public void RenseignerLesDonneesEssentielles(string json)
    {
        if (DonneesEssentielles != json)
        {
            DonneesEssentielles = json;
            Signaler(new DonneesEssentiellesTenues("Données essentielles renseignées"));
        }
    }

    public void PublierLesDonneesEssentielles(DateOnly jour)
    {
        Verdict.De(new Regles.DatesDuMarcheEnOrdre(NotifieLe ?? jour, jour)).Exiger();
        DonneesPublieesLe = jour;
        Signaler(new DonneesEssentiellesTenues($"Données essentielles publiées le {EnClair.Date(jour)}"));
    }

    public void NoterLInformation(int membres, ObjetDInformation objet = ObjetDInformation.Notification)
    {
        Verdict
            .De(
                objet is ObjetDInformation.Notification
                    ? new Regles.EtapeDuMarche(NotifieLe is not null, "annoncé aux membres")
                    : new Regles.EtapeDuMarche(ResilieLe is not null, "annoncé comme résilié aux membres")
            )
            .Exiger();
        Signaler(new InformationEnvoyee(membres, objet));
    }

    public void NoterLesBilans(int annee, int membres) =>
        Signaler(
            new DonneesEssentiellesTenues(
                $"Bilans {annee.ToString(Francais.Culture)} demandés à {EnClair.Compter(membres, "membre")}"
            )
        );

    public void NoterLeBpu(int version, DateOnly du, int prix) =>
        Signaler(
            new DonneesEssentiellesTenues(
                $"Bordereau des prix, version {version.ToString(Francais.Culture)}, {prix.ToString(Francais.Culture)} prix à partir du {EnClair.Date(du)}"
            )
        );

    public void NoterUnImport(int commandes, MontantHt total)
    {
        ConsommeCentimes += total.Centimes;
        Signaler(
            new DonneesEssentiellesTenues(
                $"{EnClair.Compter(commandes, "commande importée", "commandes importées")}, {EnClair.Montant(total)}"
            )
        );
    }
}
