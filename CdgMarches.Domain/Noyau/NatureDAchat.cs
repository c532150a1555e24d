namespace CdgMarches.Domain.Noyau;

/// <summary>Ce que l'on achète : la nature décide du seuil (CCP, art. L1111-1 à L1111-4).</summary>
public enum NatureDAchat
{
    Fournitures,
    Services,
    Travaux,
}

public static class NaturesDAchat
{
    public static string Libelle(this NatureDAchat nature) =>
        nature switch
        {
            NatureDAchat.Fournitures => "Fournitures",
            NatureDAchat.Services => "Services",
            NatureDAchat.Travaux => "Travaux",
        };
}
